// Nodes that need words of the page's language beside what they hold.

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

/** The sign of a footnote. The style sheet counts; who listens hears the text at once. */
export const footnotes = (words) => (node) => {
  const dom = document.createElement("sup");
  const heard = document.createElement("span");
  dom.className = "footnote";
  dom.title = node.attrs.text;
  heard.className = "visually-hidden";
  heard.textContent = ` (${words("footnote")}: ${node.attrs.text}) `;
  dom.append(heard);
  return { dom };
};

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
