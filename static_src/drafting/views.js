// Nodes that need more than the schema says: words of the page's language, or to be selected as a whole.
import { NodeSelection } from "prosemirror-state";

/** A box with its heading word: note, important, example. */
export const boxes = (words) => (node) => {
  const dom = document.createElement("div");
  const label = document.createElement("p");
  const contentDOM = document.createElement("div");
  label.className = "callout__title";
  label.contentEditable = "false";
  contentDOM.className = "callout__text";
  dom.append(label, contentDOM);
  const show = ({ attrs: { kind } }) => {
    dom.className = `callout callout--${kind}`;
    dom.dataset.kind = kind;
    label.textContent = words(`box-${kind}`) || words("box-note");
  };
  show(node);
  return {
    dom,
    contentDOM,
    update(other) {
      if (other.type !== node.type) return false;
      show(other);
      return true;
    },
    ignoreMutation: (mutation) => !contentDOM.contains(mutation.target),
  };
};

/** A press on it selects the whole, so that it can be replaced. */
function selectedByClick(dom, view, getPos) {
  dom.addEventListener("click", () => {
    if (!view.editable) return;
    view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, getPos())));
  });
  return { dom };
}

/** The sign of a footnote. The style sheet counts; who listens hears the text at once. */
export const footnotes = (words) => (node, view, getPos) => {
  const dom = document.createElement("sup");
  const heard = document.createElement("span");
  dom.className = "footnote";
  dom.title = node.attrs.text;
  heard.className = "visually-hidden";
  heard.textContent = ` (${words("footnote")}: ${node.attrs.text}) `;
  dom.append(heard);
  return selectedByClick(dom, view, getPos);
};

/** A cross reference while one writes: it leads nowhere, because a press would leave the page. */
export function entries(node, view, getPos) {
  const dom = document.createElement("span");
  dom.className = "to-entry";
  dom.textContent = node.attrs.title;
  return selectedByClick(dom, view, getPos);
}

/** Keeps the texts of the footnotes below the text. */
export function listFootnotes(place, doc) {
  const list = place.querySelector(".drafting__footnotes");
  const texts = [];
  doc.descendants((node) => {
    if (node.type.name === "footnote") texts.push(node.attrs.text);
  });
  list.hidden = !texts.length;
  if (list.childElementCount === texts.length && texts.every((text, at) => list.children[at].textContent === text)) return;
  list.replaceChildren(...texts.map((text) => {
    const item = document.createElement("li");
    item.textContent = text;
    return item;
  }));
}
