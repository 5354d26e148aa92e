// Passages that remarks speak of, as they look in the text: commented ones are washed, suggestions struck with the new words behind.
import { Fragment, Slice } from "prosemirror-model";
import { Plugin, PluginKey, TextSelection } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";

export const placesKey = new PluginKey("places");
const TYPES = ["comment", "suggestion"];

/** Where the passage of each remark is: id → { type, from, to, parts }. */
export function placesIn(doc) {
  const found = new Map();
  doc.descendants((node, pos) => {
    for (const { type, attrs: { id } } of node.marks) {
      if (!TYPES.includes(type.name)) continue;
      const place = found.get(id) ?? { type: type.name, from: pos, parts: [] };
      const last = place.parts.at(-1);
      if (last?.to === pos) last.to += node.nodeSize;
      else place.parts.push({ from: pos, to: pos + node.nodeSize });
      place.to = pos + node.nodeSize;
      found.set(id, place);
    }
  });
  return found;
}

function withoutPlaces(fragment) {
  const nodes = [];
  fragment.forEach((node) => {
    const plain = node.mark(node.marks.filter(({ type }) => !TYPES.includes(type.name)));
    nodes.push(plain.isLeaf ? plain : plain.copy(withoutPlaces(plain.content)));
  });
  return Fragment.from(nodes);
}

const element = (tag, className, ...inner) => () => {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...inner.map((one) => (typeof one === "function" ? one() : one)));
  return made;
};

function decorate(doc, { places, remarks, chosen, asked }, words) {
  const all = [];
  for (const [id, { type, from, to, parts }] of places) {
    const remark = remarks.get(id);
    if (!remark) continue; // not for the eyes of this reader, or settled
    const name = `passage passage--${type}${id === chosen ? " passage--chosen" : ""}`;
    for (const part of parts) all.push(Decoration.inline(part.from, part.to, { class: name }));
    const before = element("span", "visually-hidden", ` ${words(`${type}-begins`)} `);
    all.push(Decoration.widget(from, before, { side: 1, marks: [], key: `${id} begins` }));
    if (type !== "suggestion") continue;
    const text = remark.replacement;
    const heard = element("span", "visually-hidden", ` ${words(text ? "suggestion-instead" : "suggestion-nothing")} `);
    const behind = element("span", "replacement", heard, ...(text ? [element("ins", "replacement__text", text)] : []));
    all.push(Decoration.widget(to, behind, { side: -1, marks: [], key: `${id} instead ${text}` }));
  }
  if (asked) all.push(Decoration.inline(asked.from, asked.to, { class: "passage passage--asked" }));
  return DecorationSet.create(doc, all);
}

/** The selected words as the server is told of them, "unfit" where they are no passage, or null where none are selected. */
export function passageIn({ doc, selection }) {
  if (!(selection instanceof TextSelection) || selection.empty) return null;
  const { $from, $to } = selection;
  if (!$from.sameParent($to)) return "unfit";
  const [first, last] = [$from.parentOffset, $to.parentOffset];
  const words = $from.parent.textBetween(first, last, "", () => "");
  if (words.length < last - first) return "unfit"; // a footnote, a reference or a new line is no word
  const quote = words.trim();
  if (!quote) return null;
  let block = 0;
  doc.nodesBetween(0, $from.start(), (node, pos) => {
    if (node.isTextblock && pos < $from.before()) block += 1;
  });
  const start = first + words.length - words.trimStart().length;
  return { quote, block, start, end: start + quote.length };
}

/** `choose(id)` is called when somebody goes to a passage, with "" when they leave it, `changed()` when passages came or went. */
export function showPlaces({ words, choose, changed, selected }) {
  const at = (state) => {
    const { from, empty } = state.selection;
    const { places, remarks } = placesKey.getState(state);
    const here = [...places].filter(([id, place]) => remarks.has(id) && place.from <= from && from < place.to);
    here.sort(([, one], [, other]) => (one.to - one.from) - (other.to - other.from));
    return empty && here.length ? here[0][0] : "";
  };
  return new Plugin({
    key: placesKey,
    state: {
      init: (_config, { doc }) => ({ places: placesIn(doc), remarks: new Map(), chosen: "", isAsking: false, shown: DecorationSet.empty }),
      apply(tr, before, _old, state) {
        const news = tr.getMeta(placesKey);
        if (!tr.docChanged && !news && !(before.isAsking && tr.selectionSet)) return before;
        const now = { ...before, ...news, places: tr.docChanged ? placesIn(tr.doc) : before.places };
        const { from, to, empty } = state.selection;
        return { ...now, shown: decorate(tr.doc, { ...now, asked: now.isAsking && !empty && { from, to } }, words) };
      },
    },
    props: {
      decorations: (state) => placesKey.getState(state).shown,
      transformPasted(slice, view) { // what is moved keeps its remarks, a copy has none
        return view.dragging?.move ? slice : new Slice(withoutPlaces(slice.content), slice.openStart, slice.openEnd);
      },
    },
    view: () => ({
      update(view, before) {
        const { places } = placesKey.getState(view.state);
        const old = placesKey.getState(before).places;
        if (places.size !== old.size || [...places.keys()].some((id) => !old.has(id))) changed();
        if (view.state.selection.eq(before.selection) && view.state.doc.eq(before.doc)) return;
        selected(passageIn(view.state));
        const here = at(view.state);
        if (here !== at(before)) choose(here);
      },
    }),
  });
}
