// The margin: every remark beside its passage; a press on the one shows the other.
import { TextSelection } from "prosemirror-state";
import { useAsking } from "./asking.js";
import { placesKey } from "./places.js";
import { remember } from "./merging.js";
import { isBeside, place as placeAll } from "./placing.js";
import { refresh, send } from "./sending.js";

const SOON = 500; // milliseconds in which several news become one question
const TRIES = 3;

/** Brings the margin to life. Returns what the text calls when passages are chosen, come or go. */
export function useMargin({ place, margin, view, words }) {
  const toRemark = place.querySelector(".drafting__to-remark");
  let chosen = "";
  let frame;
  let timer;
  let pause;

  const remarks = () => [...margin.querySelectorAll("[data-mark]")];
  const remarkOf = (id) => remarks().find(({ dataset }) => dataset.mark === id);
  const tell = (news) => view.dispatch(view.state.tr.setMeta(placesKey, news).setMeta("addToHistory", false));

  const layout = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      const { places } = placesKey.getState(view.state);
      const items = [...margin.querySelectorAll("[data-mark], form[data-passage]:not([hidden])")].map((element) => {
        if (element.matches("form")) return { element, wanted: asking.wanted() };
        const known = places.get(element.dataset.mark);
        return { element, wanted: known ? view.coordsAtPos(known.from, 1).top : Infinity };
      });
      placeAll(items, margin, place, asking.open()[0] ?? remarkOf(chosen));
    });
  };
  const asking = useAsking({ place, margin, view, words, layout, ask: (isAsking) => tell({ isAsking }) });

  /** What there is to say of each remark's passage, once the margin is new or passages came or went. */
  const compare = () => {
    const { places } = placesKey.getState(view.state);
    for (const remark of remarks()) {
      remark.dataset.placed = places.has(remark.dataset.mark) ? "1" : "";
      remark.querySelector(".remark__show").hidden = !remark.dataset.placed;
    }
    layout();
  };

  /** Makes the margin that came from the server ready for use. */
  const ready = () => {
    const known = new Map();
    for (const remark of remarks()) {
      const { mark, replacement = "" } = remark.dataset;
      known.set(mark, { replacement });
      remark.id ||= `remark-${mark}`;
      remark.tabIndex = -1;
      remark.classList.toggle("remark--chosen", mark === chosen);
      if (remark.querySelector(".remark__show")) continue; // it stayed when the margin came anew
      const button = document.createElement("button");
      button.type = "button";
      button.className = "link-button remark__show";
      button.textContent = words("show-passage");
      button.addEventListener("click", () => goTo(mark));
      remark.append(button);
      growing.observe(remark);
    }
    asking.prepare();
    tell({ remarks: known });
    compare();
  };

  /** Whether the text speaks of remarks that the margin lacks, or no longer of some that it has. */
  const isBehind = () => {
    const { places } = placesKey.getState(view.state);
    const lacks = [...places.keys()].some((id) => !remarkOf(id));
    return lacks || remarks().some(({ dataset }) => dataset.placed && !places.has(dataset.mark));
  };

  /** Whether a suggestion reads as if its passage were unchanged though it is not, or the reverse. */
  const isOutdated = ({ dataset: { mark, reads, stale = "" } }) => {
    if (reads === undefined) return false;
    const parts = placesKey.getState(view.state).places.get(mark)?.parts ?? [];
    const now = parts.map(({ from, to }) => view.state.doc.textBetween(from, to, "", () => "")).join("");
    return (now !== reads) !== Boolean(stale);
  };

  const choose = (id) => {
    chosen = id;
    for (const remark of remarks()) remark.classList.toggle("remark--chosen", remark.dataset.mark === id);
    toRemark.hidden = !id;
    tell({ chosen: id });
    layout();
  };
  const goTo = (id) => {
    const known = placesKey.getState(view.state).places.get(id);
    if (!known) return;
    choose(id);
    if (view.editable) {
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, known.from)));
      view.focus();
    }
    view.dom.querySelector(".passage--chosen")?.scrollIntoView({ block: "center" });
  };

  const again = async (sent) => {
    const before = new Set(remarks().map(({ dataset }) => dataset.mark));
    if (!(await refresh(margin, sent, ready).catch(() => false)) || !sent) return;
    const fresh = remarks().find(({ dataset }) => !before.has(dataset.mark));
    if (fresh) {
      choose(fresh.dataset.mark);
      fresh.focus({ preventScroll: isBeside(margin, place) });
    } else margin.focus({ preventScroll: true });
  };

  /** The server may not have stored yet what was just written: then it is asked once more, later and later. */
  const catchUp = async (tries) => {
    if (!remarks().some(isOutdated)) return layout();
    await again(null);
    if (tries && remarks().some(isOutdated)) pause = setTimeout(() => catchUp(tries - 1), SOON * 2 ** (TRIES - tries + 1));
  };

  margin.tabIndex = -1;
  margin.addEventListener("submit", async (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    event.preventDefault();
    if (!(await send(form, event.submitter, words))) return layout();
    asking.sent(form);
    await again(form);
  });
  margin.addEventListener("click", ({ target }) => {
    const remark = target.closest("[data-mark]");
    if (!remark || target.closest("a, button, input, textarea, select, summary, label")) return;
    if (getSelection().isCollapsed) goTo(remark.dataset.mark);
  });
  margin.addEventListener("focusin", ({ target }) => {
    const id = target.closest("[data-mark]")?.dataset.mark;
    if (id && id !== chosen) choose(id);
  });
  margin.addEventListener("toggle", layout, true);
  margin.addEventListener("remarks", () => { // something was said or settled, though the text is the same
    clearTimeout(timer);
    timer = setTimeout(() => again(null), SOON);
  });
  toRemark.querySelector("a").addEventListener("click", (event) => {
    event.preventDefault();
    remarkOf(chosen)?.focus();
  });

  const growing = new ResizeObserver(layout);
  remember(margin);
  growing.observe(view.dom);
  addEventListener("resize", layout);
  ready();
  const aimedAt = location.hash && remarks().find(({ id }) => id === location.hash.slice(1));
  if (aimedAt) goTo(aimedAt.dataset.mark);
  return {
    /** Something was written: where lines have come or gone the margin follows at once, otherwise in the next pause. */
    moved() {
      clearTimeout(pause);
      pause = setTimeout(() => catchUp(TRIES), SOON);
    },
    choose,
    selected: asking.selected,
    toAsking: asking.focus,
    changed() {
      clearTimeout(timer);
      timer = setTimeout(() => (isBehind() ? again(null) : compare()), SOON);
    },
  };
}
