// What the buttons and keys do to the text.
import { lift, setBlockType, toggleMark, wrapIn } from "prosemirror-commands";
import { liftListItem, wrapInList } from "prosemirror-schema-list";
import { NodeSelection, Selection, TextSelection } from "prosemirror-state";
import {
  addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, isInTable, toggleHeaderRow,
} from "prosemirror-tables";
import { redoCommand, undoCommand } from "y-prosemirror";
import { schema } from "./schema.js";

const { nodes, marks } = schema;

/** The innermost node around the selection that is one of these types, with its position. */
export function around({ selection: { $from } }, ...types) {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if (types.includes($from.node(depth).type)) return { node: $from.node(depth), pos: $from.before(depth) };
  }
  return null;
}

export function hasMark({ selection: { from, to, empty, $from }, storedMarks, doc }, type) {
  return empty ? Boolean(type.isInSet(storedMarks ?? $from.marks())) : doc.rangeHasMark(from, to, type);
}

/** The node of this type that is selected as a whole, or null. */
export function selected({ selection }, type) {
  return selection instanceof NodeSelection && selection.node.type === type ? selection.node : null;
}

/** Into a list of this type, from the other type to this one, or out of it. */
const list = (type) => (state, dispatch) => {
  const inside = around(state, nodes.bullet_list, nodes.ordered_list);
  if (!inside) return wrapInList(type)(state, dispatch);
  if (inside.node.type === type) return liftListItem(nodes.list_item)(state, dispatch);
  dispatch?.(state.tr.setNodeMarkup(inside.pos, type));
  return true;
};

const quote = (state, dispatch) => (around(state, nodes.blockquote) ? lift : wrapIn(nodes.blockquote))(state, dispatch);

/** "" for a paragraph, 1 to 3 for a heading. */
export function setBlock(level) {
  return level ? setBlockType(nodes.heading, { level: Number(level) }) : setBlockType(nodes.paragraph);
}

export function blockOf({ selection: { $from } }) {
  return $from.parent.type === nodes.heading ? String($from.parent.attrs.level) : "";
}

/** Puts the selected blocks in a box of this kind, changes the kind of the box around, or with "" takes the box away. */
export function setBox(kind) {
  return (state, dispatch) => {
    const box = around(state, nodes.callout);
    if (!box) return kind ? wrapIn(nodes.callout, { kind })(state, dispatch) : false;
    const { tr } = state;
    if (kind) tr.setNodeMarkup(box.pos, null, { kind });
    else {
      const { $from } = state.selection;
      tr.replaceWith(box.pos, box.pos + box.node.nodeSize, box.node.content);
      tr.setSelection(TextSelection.near(tr.doc.resolve($from.pos - 1)));
    }
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

export const boxOf = (state) => around(state, nodes.callout)?.node.attrs.kind ?? "";

function insertTable(state, dispatch) {
  if (isInTable(state)) return false;
  const row = (type) => nodes.table_row.create(null, [1, 2, 3].map(() => type.createAndFill()));
  const table = nodes.table.create(null, [row(nodes.table_header), row(nodes.table_cell), row(nodes.table_cell)]);
  const { $to } = state.selection;
  const { tr } = state;
  const behind = $to.depth ? $to.after() : $to.pos;
  const isEmpty = $to.depth && !$to.parent.content.size && $to.node(-1).canReplaceWith($to.index(-1), $to.indexAfter(-1), table.type);
  const at = isEmpty ? $to.before() : behind;
  tr.replaceWith(at, behind, table);
  dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(at + 1))).scrollIntoView());
  return true;
}

/** Behind the table, where a paragraph is made if there is nothing. */
export function leaveTable(state, dispatch) {
  const table = isInTable(state) && around(state, nodes.table);
  if (!table) return false;
  const { tr } = state;
  const behind = table.pos + table.node.nodeSize;
  if (!tr.doc.resolve(behind).nodeAfter?.isTextblock) tr.insert(behind, nodes.paragraph.create());
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(behind + 1))).scrollIntoView());
  return true;
}

/** Puts an inline or block node at the selection; one of the same type that is selected is replaced. */
export function put(view, node) {
  view.dispatch(view.state.tr.replaceSelectionWith(node, false).scrollIntoView());
}

/** Sets or takes away the link of what is selected; without a selection the address itself is written. */
export function setLink(view, href) {
  const { tr, selection: { from, to, empty, $from } } = view.state;
  const link = href && marks.link.create({ href });
  const old = empty && linkAround($from);
  if (old) {
    tr.removeMark(old.from, old.to, marks.link);
    if (link) tr.addMark(old.from, old.to, link);
  } else if (empty && link) tr.replaceSelectionWith(schema.text(href, [link]), false);
  else {
    tr.removeMark(from, to, marks.link);
    if (link) tr.addMark(from, to, link);
  }
  view.dispatch(tr);
}

/** Address and reach of the link in which the cursor stands, or null. */
export function linkAround($from) {
  const mark = marks.link.isInSet($from.marks());
  if (!mark) return null;
  let from = $from.start();
  for (let index = 0; index < $from.parent.childCount; index += 1) {
    const child = $from.parent.child(index);
    const to = from + child.nodeSize;
    if (from <= $from.pos && $from.pos <= to && mark.isInSet(child.marks)) return { from, to, href: mark.attrs.href };
    from = to;
  }
  return null;
}

export const DOES = {
  strong: toggleMark(marks.strong),
  em: toggleMark(marks.em),
  bullets: list(nodes.bullet_list),
  numbers: list(nodes.ordered_list),
  quote,
  table: insertTable,
  "row-after": addRowAfter,
  "row-delete": deleteRow,
  "column-after": addColumnAfter,
  "column-delete": deleteColumn,
  "header-row": toggleHeaderRow,
  "table-delete": deleteTable,
  undo: undoCommand,
  redo: redoCommand,
};

export const IS_ON = {
  strong: (state) => hasMark(state, marks.strong),
  em: (state) => hasMark(state, marks.em),
  bullets: (state) => around(state, nodes.bullet_list, nodes.ordered_list)?.node.type === nodes.bullet_list,
  numbers: (state) => around(state, nodes.bullet_list, nodes.ordered_list)?.node.type === nodes.ordered_list,
  quote: (state) => Boolean(around(state, nodes.blockquote)),
};
