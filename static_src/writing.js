// A small editor in the place of a field for text: bold, italic, lists, quotations and links, as workspace/texts.py reads them.
// The field stays in the form and always holds the same text as Markdown, so sending, errors and drafts work as without it.
import MarkdownIt from "markdown-it";
import { baseKeymap, chainCommands, exitCode, lift, toggleMark, wrapIn } from "prosemirror-commands";
import { history, redo, undo } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import {
  MarkdownParser, MarkdownSerializer, defaultMarkdownParser, defaultMarkdownSerializer, schema as markdown,
} from "prosemirror-markdown";
import { Schema } from "prosemirror-model";
import { liftListItem, sinkListItem, splitListItem, wrapInList } from "prosemirror-schema-list";
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";

const NODES = ["doc", "paragraph", "blockquote", "ordered_list", "bullet_list", "list_item", "text", "hard_break"];
const MARKS = ["em", "strong", "link"];
const chosen = (all, names) => Object.fromEntries(names.map((name) => [name, all.get(name)]));
const specs = chosen(markdown.spec.nodes, NODES);
for (const list of ["ordered_list", "bullet_list"]) { // no empty lines between the points
  specs[list] = { ...specs[list], attrs: { ...specs[list].attrs, tight: { default: true } } };
}
const schema = new Schema({ nodes: specs, marks: chosen(markdown.spec.marks, MARKS) });
const { nodes, marks } = schema;

const PLAIN = ["list", "newline"];
const FORMATTED = [...PLAIN, "escape", "emphasis", "link", "autolink", "blockquote"];

function parse(text, isFormatted) {
  const reader = new MarkdownIt("zero", { breaks: true }).enable(isFormatted ? FORMATTED : PLAIN);
  const known = ([, spec]) => [spec.block, spec.node, spec.mark].every((name) => !name || name in nodes || name in marks);
  const tokens = Object.fromEntries(Object.entries(defaultMarkdownParser.tokens).filter(known));
  return new MarkdownParser(schema, reader, { ...tokens, softbreak: { node: "hard_break" } }).parse(text);
}

const writer = new MarkdownSerializer(
  {
    ...defaultMarkdownSerializer.nodes,
    bullet_list: (state, node) => state.renderList(node, "  ", () => "- "),
    hard_break: (state) => state.write("\n"),
    text(state, node, parent, index) {
      // a dash at the beginning of a line is a dash there too
      if (index > 0 && parent.child(index - 1).type === nodes.hard_break) state.atBlockStart = true;
      state.text(node.text, !state.inAutolink);
    },
  },
  defaultMarkdownSerializer.marks,
);

function isIn(state, type) {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) if ($from.node(depth).type === type) return true;
  return false;
}

function hasMark(state, type) {
  const { from, to, empty, $from } = state.selection;
  return empty ? Boolean(type.isInSet(state.storedMarks ?? $from.marks())) : state.doc.rangeHasMark(from, to, type);
}

/** Wraps what is not wrapped, and takes it out again. */
function turn(type, wrap, unwrap) {
  return (state, dispatch) => (isIn(state, type) ? unwrap : wrap)(state, dispatch);
}

const DOES = {
  strong: toggleMark(marks.strong),
  em: toggleMark(marks.em),
  bullets: turn(nodes.bullet_list, wrapInList(nodes.bullet_list), liftListItem(nodes.list_item)),
  numbers: turn(nodes.ordered_list, wrapInList(nodes.ordered_list), liftListItem(nodes.list_item)),
  quote: turn(nodes.blockquote, wrapIn(nodes.blockquote), lift),
  undo,
  redo,
};

const IS_ON = {
  strong: (state) => hasMark(state, marks.strong),
  em: (state) => hasMark(state, marks.em),
  bullets: (state) => isIn(state, nodes.bullet_list),
  numbers: (state) => isIn(state, nodes.ordered_list),
  quote: (state) => isIn(state, nodes.blockquote),
};

const newLine = chainCommands(exitCode, (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
});

const keys = {
  "Mod-b": DOES.strong, "Mod-i": DOES.em, "Mod-z": undo, "Mod-y": redo, "Shift-Mod-z": redo,
  "Shift-Enter": newLine, Enter: splitListItem(nodes.list_item),
  "Mod-]": sinkListItem(nodes.list_item), "Mod-[": liftListItem(nodes.list_item),
};

/** Sets or takes away the link of what is selected; without a selection the address itself is written. */
function setLink(view, href) {
  const { from, to, empty } = view.state.selection;
  const { tr } = view.state;
  if (empty && href) tr.replaceSelectionWith(schema.text(href, [marks.link.create({ href })]), false);
  else {
    tr.removeMark(from, to, marks.link);
    if (href) tr.addMark(from, to, marks.link.create({ href }));
  }
  view.dispatch(tr);
}

function withLinks(place, view) {
  const row = place.querySelector(".writing__link");
  const button = place.querySelector("[data-does=link]");
  const field = row.querySelector("input");
  const show = (is) => {
    row.hidden = !is;
    button.setAttribute("aria-expanded", String(is));
    if (is) field.focus();
    else view.focus();
  };
  const set = (href) => {
    if (href && !/^(https?:\/\/|mailto:)/i.test(href)) href = href.includes("@") ? `mailto:${href}` : `https://${href}`;
    setLink(view, href);
    field.value = "";
    show(false);
  };
  button.addEventListener("click", () => show(row.hidden));
  row.querySelector("[data-does=set-link]").addEventListener("click", () => set(field.value.trim()));
  row.querySelector("[data-does=no-link]").addEventListener("click", () => set(""));
  row.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target === field) {
      event.preventDefault();
      set(field.value.trim());
    } else if (event.key === "Escape") show(false);
  });
}

function edit(place) {
  const area = place.querySelector("textarea");
  const marked = area.form.elements.namedItem("is_formatted");
  const bar = place.querySelector(".writing__bar");
  const label = area.labels[0];
  label.id ||= `${area.id}_label`;
  const described = area.getAttribute("aria-describedby");

  const view = new EditorView({ mount: place.insertBefore(document.createElement("div"), area) }, {
    state: EditorState.create({
      doc: parse(area.value, marked.value === "1"),
      plugins: [keymap(keys), keymap(baseKeymap), history()],
    }),
    attributes: {
      class: "writing__text prose", role: "textbox", "aria-multiline": "true", "aria-labelledby": label.id,
      ...(described ? { "aria-describedby": described } : {}),
    },
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      if (transaction.docChanged) keep();
      show();
    },
  });
  const keep = () => {
    area.value = writer.serialize(view.state.doc);
    marked.value = "1";
  };
  const show = () => {
    for (const button of bar.querySelectorAll("[aria-pressed]")) {
      button.setAttribute("aria-pressed", String(IS_ON[button.dataset.does](view.state)));
    }
  };
  bar.addEventListener("click", (event) => {
    const does = DOES[event.target.closest("button")?.dataset.does];
    if (!does) return;
    does(view.state, view.dispatch, view);
    view.focus();
  });
  bar.addEventListener("mousedown", (event) => event.preventDefault()); // what is selected stays selected
  withLinks(place, view);
  label.addEventListener("click", () => view.focus());
  const wasAt = document.activeElement === area;
  area.hidden = true;
  area.required = false; // a field that nobody sees cannot ask to be filled in; the server does
  bar.hidden = false;
  if (wasAt) view.focus();
}

document.querySelectorAll("[data-writing]").forEach(edit);
