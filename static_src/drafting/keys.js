// Keys, and the few signs at the beginning of a line that make a heading, a list or a quotation.
import { baseKeymap, chainCommands, exitCode } from "prosemirror-commands";
import { gapCursor } from "prosemirror-gapcursor";
import { inputRules, textblockTypeInputRule, undoInputRule, wrappingInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { liftListItem, sinkListItem, splitListItem } from "prosemirror-schema-list";
import { goToNextCell, tableEditing } from "prosemirror-tables";
import { DOES, leaveTable, setBlock } from "./does.js";
import { schema } from "./schema.js";

const { nodes } = schema;

const newLine = chainCommands(exitCode, (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
});

/**
 * `say` is told the name of the kind of block that a key has made. `toBar` takes the focus to the toolbar, `toAsking` to what can
 * be said of the chosen words; `link` asks for a link.
 */
export function keys({ say, toBar, toAsking, link }) {
  const block = (level) => (state, dispatch) => {
    const isDone = setBlock(level)(state, dispatch);
    if (isDone && dispatch) say(level ? `heading-${level}` : "paragraph");
    return isDone;
  };
  return [
    inputRules({
      rules: [
        textblockTypeInputRule(/^(#{1,3})\s$/, nodes.heading, (match) => ({ level: match[1].length })),
        wrappingInputRule(/^\s*[-*]\s$/, nodes.bullet_list),
        wrappingInputRule(/^(\d{1,3})\.\s$/, nodes.ordered_list, (match) => ({ order: Number(match[1]) }),
          (match, node) => node.childCount + node.attrs.order === Number(match[1])),
        wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
      ],
    }),
    keymap({
      "Mod-b": DOES.strong, "Mod-i": DOES.em,
      "Mod-z": DOES.undo, "Mod-y": DOES.redo, "Shift-Mod-z": DOES.redo,
      "Shift-Mod-0": block(""), "Shift-Mod-1": block("1"), "Shift-Mod-2": block("2"), "Shift-Mod-3": block("3"),
      "Mod-k": link,
      "Alt-F9": toAsking, // Ctrl and Alt together write signs on German keyboards
      "Alt-F10": toBar,
      Escape: leaveTable,
      "Shift-Enter": newLine,
      Enter: splitListItem(nodes.list_item),
      Backspace: undoInputRule,
      Tab: chainCommands(sinkListItem(nodes.list_item), goToNextCell(1)),
      "Shift-Tab": chainCommands(liftListItem(nodes.list_item), goToNextCell(-1)),
    }),
    keymap(baseKeymap),
    gapCursor(),
    tableEditing(),
  ];
}
