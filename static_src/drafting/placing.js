// Remarks stand beside their passages where the margin is beside the text; where it is below, they follow each other.

const topOf = (element) => element.getBoundingClientRect().top;

export function isBeside(margin, text) {
  return margin.getBoundingClientRect().left >= text.getBoundingClientRect().right - 1;
}

/** In the order of their passages; not while somebody is in there, because moving an element takes the focus from it. */
function sort(items, margin) {
  const isSorted = items.every(({ wanted }, at) => at === 0 || items[at - 1].wanted <= wanted);
  const parents = new Set(items.map(({ element }) => element.parentElement));
  if (isSorted || parents.size > 1 || margin.contains(document.activeElement)) return;
  items.sort((one, other) => one.wanted - other.wanted);
  items[0].element.parentElement.append(...items.map(({ element }) => element));
}

/**
 * `items`: elements of the margin, each with `wanted`, the top of its passage in the window (Infinity: it has none any more).
 * Nobody overlaps; the chosen one stands exactly at its passage, those above it move up for that.
 */
export function place(items, margin, text, chosen) {
  for (const { element } of items) element.style.marginTop = "";
  if (!items.length || !isBeside(margin, text)) return;
  sort(items, margin);
  const natural = items.map(({ element }) => topOf(element)); // packed, without any space between
  const tops = [];
  items.forEach(({ wanted }, at) => {
    const least = at ? tops[at - 1] + natural[at] - natural[at - 1] : natural[0];
    tops.push(Number.isFinite(wanted) ? Math.max(wanted, least) : least);
  });
  const at = items.findIndex(({ element }) => element === chosen);
  if (at >= 0 && Number.isFinite(items[at].wanted)) {
    tops[at] = Math.max(items[at].wanted, natural[at]);
    for (let i = at - 1; i >= 0; i -= 1) tops[i] = Math.min(tops[i], tops[i + 1] - natural[i + 1] + natural[i]);
    for (let i = at + 1; i < items.length; i += 1) {
      const least = tops[i - 1] + natural[i] - natural[i - 1];
      tops[i] = Number.isFinite(items[i].wanted) ? Math.max(items[i].wanted, least) : least;
    }
  }
  let moved = 0;
  items.forEach(({ element }, i) => {
    const space = tops[i] - natural[i] - moved;
    moved += space;
    if (space >= 1) element.style.marginTop = `${Math.round(space)}px`;
  });
}
