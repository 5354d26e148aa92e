// What the text of a draft is made of. The server knows the same nodes and marks (workspace/drafting); who changes one changes both.
import { Schema } from "prosemirror-model";
import { tableNodes } from "prosemirror-tables";

export const KINDS = ["note", "important", "example"];
const ADDRESS = /^(https?:\/\/|mailto:)/i;

/** An address that a link may lead to, or nothing. */
export const allowed = (href) => (ADDRESS.test(href ?? "") ? href : null);

const whole = (value) => Number.parseInt(value, 10) || 0;
const headingLevel = { H1: 1, H2: 1, H3: 2, H4: 3, H5: 3, H6: 3 }; // as the page shows it: the draft's title is its h1

const text = {
  doc: { content: "block+" },
  paragraph: {
    content: "inline*",
    group: "block",
    parseDOM: [{ tag: "p.callout__title", ignore: true }, { tag: "p" }], // a box writes its heading itself
    toDOM: () => ["p", 0],
  },
  heading: {
    attrs: { level: { default: 1 } },
    content: "inline*",
    group: "block",
    defining: true,
    parseDOM: Object.entries(headingLevel).map(([tag, level]) => ({ tag: tag.toLowerCase(), attrs: { level } })),
    toDOM: (node) => [`h${Math.min(Math.max(whole(node.attrs.level), 1), 3) + 1}`, 0],
  },
  bullet_list: { content: "list_item+", group: "block", parseDOM: [{ tag: "ul" }], toDOM: () => ["ul", 0] },
  ordered_list: {
    attrs: { order: { default: 1 } },
    content: "list_item+",
    group: "block",
    parseDOM: [{ tag: "ol", getAttrs: (dom) => ({ order: whole(dom.getAttribute("start")) || 1 }) }],
    toDOM: ({ attrs }) => (attrs.order === 1 ? ["ol", 0] : ["ol", { start: whole(attrs.order) }, 0]),
  },
  list_item: { content: "paragraph block*", defining: true, parseDOM: [{ tag: "li" }], toDOM: () => ["li", 0] },
  blockquote: {
    content: "block+",
    group: "block",
    defining: true,
    parseDOM: [{ tag: "blockquote" }],
    toDOM: () => ["blockquote", 0],
  },
  callout: {
    attrs: { kind: { default: "note" } },
    content: "block+",
    group: "block",
    defining: true,
    parseDOM: [{
      tag: ".callout",
      contentElement: (dom) => dom.querySelector(".callout__text") ?? dom,
      getAttrs: (dom) => ({ kind: KINDS.includes(dom.dataset.kind) ? dom.dataset.kind : "note" }),
    }],
    toDOM: ({ attrs }) => ["div", { class: `callout callout--${attrs.kind}`, "data-kind": attrs.kind }, 0],
  },
  picture: {
    attrs: { file: {}, alt: { default: "" }, caption: { default: "" } },
    group: "block",
    atom: true,
    parseDOM: [{
      tag: "figure[data-file]",
      getAttrs: ({ dataset }) => ({ file: whole(dataset.file), alt: dataset.alt ?? "", caption: dataset.caption ?? "" }),
    }],
    toDOM({ attrs: { file, alt, caption } }) {
      const picture = ["img", { src: `/dateien/${whole(file)}/klein/`, alt }];
      const about = { "data-file": whole(file), "data-alt": alt, "data-caption": caption };
      return caption ? ["figure", about, picture, ["figcaption", caption]] : ["figure", about, picture];
    },
  },
};

const inline = {
  text: { group: "inline" },
  hard_break: {
    inline: true, group: "inline", selectable: false, parseDOM: [{ tag: "br" }], toDOM: () => ["br"], leafText: () => "\n",
  },
  footnote: {
    attrs: { text: { default: "" } },
    inline: true,
    group: "inline",
    atom: true,
    parseDOM: [{ tag: "sup[data-footnote]", getAttrs: ({ dataset }) => ({ text: dataset.footnote }) }],
    toDOM: ({ attrs }) => ["sup", { class: "footnote", "data-footnote": attrs.text, title: attrs.text }],
  },
  entry: {
    attrs: { id: {}, title: { default: "" } },
    inline: true,
    group: "inline",
    atom: true,
    parseDOM: [{
      tag: "a[data-entry]",
      priority: 60, // before the mark of links
      getAttrs: (dom) => ({ id: whole(dom.dataset.entry), title: dom.textContent }),
    }],
    toDOM: ({ attrs: { id, title } }) => [
      "a", { class: "to-entry", href: `/entwuerfe/eintrag/${whole(id)}/`, "data-entry": whole(id) }, title,
    ],
  },
};

/** A place that a comment or a suggestion speaks of. The server puts and takes it, so nothing that is pasted brings one. */
const place = (name) => ({
  attrs: { id: {} },
  excludes: "",
  inclusive: false,
  toDOM: ({ attrs }) => ["span", { class: `place place--${name}`, "data-place": attrs.id }, 0],
});

const marks = {
  strong: { parseDOM: [{ tag: "strong" }, { tag: "b" }], toDOM: () => ["strong", 0] },
  em: { parseDOM: [{ tag: "em" }, { tag: "i" }], toDOM: () => ["em", 0] },
  link: {
    attrs: { href: {} },
    inclusive: false,
    parseDOM: [{
      tag: "a[href]",
      getAttrs: (dom) => (allowed(dom.getAttribute("href")) ? { href: dom.getAttribute("href") } : false),
    }],
    toDOM: ({ attrs }) => ["a", { href: allowed(attrs.href), rel: "noopener noreferrer" }, 0],
  },
  comment: place("comment"),
  suggestion: place("suggestion"),
};

const tables = tableNodes({ tableGroup: "block", cellContent: "block+", cellAttributes: {} });
const scrolling = { ...tables.table, toDOM: () => ["div", { class: "table-scroll" }, ["table", ["tbody", 0]]] };

export const schema = new Schema({ nodes: { ...text, ...tables, table: scrolling, ...inline }, marks });
