// The outline beside the text: its headings as links, which lead to them by ids that the text gets here as it has from the server.
import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";

const key = new PluginKey("outline");
const ID = "abschnitt";

function headingsIn(doc) {
  const found = [];
  doc.descendants((node, pos) => {
    if (node.type.name === "heading") found.push({ level: node.attrs.level, words: node.textContent.trim() || "…", pos, end: pos + node.nodeSize });
    return !node.isTextblock;
  });
  return found;
}

function list(place, headings) {
  const lines = headings.map(({ level, words }, at) => {
    const line = document.createElement("li");
    const link = document.createElement("a");
    line.className = `outline__line outline__line--${level}`;
    link.href = `#${ID}-${at + 1}`;
    link.textContent = words;
    line.append(link);
    return line;
  });
  const focused = [...place.querySelectorAll("a")].indexOf(document.activeElement);
  place.querySelector("ol").replaceChildren(...lines);
  place.hidden = headings.length < 2;
  if (focused >= 0) place.querySelectorAll("a")[Math.min(focused, headings.length - 1)]?.focus({ preventScroll: true });
}

const sign = (headings) => headings.map(({ level, words }) => `${level}${words}`).join("\n");

/** Keeps ids and lists as the headings are. */
export function showOutline() {
  const read = (doc) => {
    const headings = headingsIn(doc);
    const ids = headings.map(({ pos, end }, at) => Decoration.node(pos, end, { id: `${ID}-${at + 1}` }));
    return { headings, ids: DecorationSet.create(doc, ids) };
  };
  return new Plugin({
    key,
    state: {
      init: (_config, { doc }) => read(doc),
      apply: (tr, before) => (tr.docChanged ? read(tr.doc) : before),
    },
    props: { decorations: (state) => key.getState(state).ids },
    view: () => {
      let shown = null;
      return {
        update({ state }) {
          const { headings } = key.getState(state);
          if (shown === sign(headings)) return;
          shown = sign(headings);
          for (const place of document.querySelectorAll("[data-outline]")) list(place, headings);
        },
      };
    },
  });
}
