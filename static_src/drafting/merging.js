// The margin that came anew, put into the one on the page: what reads as before stays the very same element, so that nothing
// is lost that somebody presses, types or reads in that moment.

const TOKENS = / name="csrfmiddlewaretoken" value="[^"]*"/g;
const LIST = ".drafting__remarks";
const sources = new WeakMap();

const childrenOf = (place) => [...(place?.children ?? [])];
const listIn = (margin) => margin.querySelector(LIST);

/** Notes how each part came from the server, before anything is done to it. */
export function remember(margin) {
  for (const part of [...childrenOf(margin), ...childrenOf(listIn(margin))]) {
    sources.set(part, part.outerHTML.replace(TOKENS, ""));
  }
}

/** For each fresh part that reads as one on the page that one, in the order of both. The form that was sent is made anew. */
function pairsOf(old, fresh, sent) {
  const pairs = new Map();
  let from = 0;
  for (const part of fresh) {
    const isList = part.matches(LIST); // its own parts are looked at one by one
    const isSame = (one) => (isList ? one.matches(LIST) : sources.get(one) === sources.get(part) && !one.contains(sent));
    const at = old.findIndex((one, place) => place >= from && isSame(one));
    if (at < 0) continue;
    pairs.set(part, old[at]);
    from = at + 1;
  }
  return pairs;
}

function put(place, old, fresh, pairs) {
  const staying = new Set(pairs.values());
  for (const part of old) if (!staying.has(part) && part.parentNode === place) part.remove();
  let next = place.firstChild;
  for (const part of fresh) {
    const same = pairs.get(part);
    if (same) next = same.nextSibling;
    else place.insertBefore(part, next);
  }
}

/** What of the margin stays as it is, and how the rest of the fresh one comes into it. */
export function plan(margin, fresh, sent) {
  const steps = [[margin, fresh], [listIn(margin), listIn(fresh)]].filter(([place, from]) => place && from).map(([place, from]) => {
    const old = childrenOf(place);
    return { place, from, old, pairs: pairsOf(old, childrenOf(from), sent) };
  });
  const staying = steps.flatMap(({ pairs }) => [...pairs.values()]).filter((part) => !part.matches(LIST));
  return {
    stays: (element) => staying.some((part) => part.contains(element)),
    carryOut() {
      for (const { place, from, old, pairs } of steps.reverse()) put(place, old, childrenOf(from), pairs);
    },
  };
}
