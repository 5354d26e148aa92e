// Several editors of one draft without their screens: the stock provider of y-websocket and what y-prosemirror makes of edits.
// Reads one command a line as JSON, answers each with one line. Needs `node --experimental-websocket` before version 22.
import { createInterface } from "node:readline";
import { readVarUint } from "lib0/decoding";
import { Fragment } from "prosemirror-model";
import { EditorState } from "prosemirror-state";
import { initProseMirrorDoc, updateYFragment } from "y-prosemirror";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { schema } from "../../../static_src/drafting/schema.js";

const STORED = 9;
const editors = [];

/** The line of one editor, with its cookie. It knows which of its own words each message brought to the server. */
const lineOf = (editor, headers) => class extends WebSocket {
  clocks = [];

  constructor(address) {
    super(address, { headers });
    this.addEventListener("error", () => this.onclose?.({ code: 1006 })); // which Node 20 leaves out when nobody answers
  }

  send(data) {
    const [kind, step, ...update] = data.subarray(0, 6);
    const isEmpty = update.length <= 3 && !update[1] && !update[2];
    if (kind === 0 && step > 0 && !isEmpty) this.clocks.push(clockOf(editor));
    super.send(data);
  }
};

const clockOf = ({ doc }) => Y.getState(doc.store, doc.clientID);
const textOf = ({ fragment }) => initProseMirrorDoc(fragment, schema).doc;

function open({ address, draft, cookie, origin }) {
  const doc = new Y.Doc();
  const editor = { doc, fragment: doc.getXmlFragment("content"), acknowledged: 0, seen: [] };
  editor.undo = new Y.UndoManager(editor.fragment, { trackedOrigins: new Set([editor]), captureTimeout: 0 });
  editor.provider = new WebsocketProvider(address, String(draft), doc, {
    params: { acks: "1" }, WebSocketPolyfill: lineOf(editor, { cookie, origin }), disableBc: true, maxBackoffTime: 500,
  });
  editor.provider.messageHandlers[STORED] = (_encoder, decoder) => {
    const clock = editor.provider.ws?.clocks[readVarUint(decoder) - 1] ?? 0;
    editor.acknowledged = Math.max(editor.acknowledged, clock);
  };
  editor.provider.on("closed", ({ code }) => { editor.code = code; });
  editors.push(editor);
}

/** Textblocks with the position at which their content begins. */
function blocksOf(text) {
  const found = [];
  text.descendants((node, at) => {
    if (node.isTextblock) found.push({ node, at: at + 1 });
    return !node.isTextblock;
  });
  return found;
}

/** A place that does not lie within a sign of two units, where no caret ever stands. */
function wholeSign(node, offset) {
  const unit = node.textBetween(0, node.content.size, "", "*").charCodeAt(offset);
  return unit >= 0xdc00 && unit < 0xe000 ? offset - 1 : offset;
}

const paragraph = (words) => schema.nodes.paragraph.create(null, words ? schema.text(words) : null);

/** What somebody does at a place, which is given as two fractions of the text. */
const does = {
  type: (tr, { from }, words) => tr.insertText(words, from),
  erase: (tr, { from, to }) => tr.delete(from, to),
  mark: (tr, { from, to }) => (from < to ? tr.addMark(from, to, schema.marks.strong.create()) : tr),
  split: (tr, { from }) => tr.split(from),
  join: (tr, { end }) => tr.deleteRange(end, end + 2),
  heading: (tr, { from }) => tr.setBlockType(from, from, schema.nodes.heading, { level: 2 }),
  footnote: (tr, { from }, words) => tr.insert(from, schema.nodes.footnote.create({ text: words })),
  box: (tr, _place, words) => tr.insert(tr.doc.content.size, schema.nodes.callout.create({ kind: "note" }, paragraph(words))),
  list: (tr, _place, words) => tr.insert(0, schema.nodes.bullet_list.create(null, Fragment.from(
    [0, 1].map((number) => schema.nodes.list_item.create(null, paragraph(`${words}${number}`))),
  ))),
};

function edit(editor, { kind, where, size, words }) {
  const { doc, fragment } = editor;
  if (kind === "undo") return void editor.undo.undo();
  const { doc: text, meta } = initProseMirrorDoc(fragment, schema);
  const blocks = blocksOf(text);
  if (!blocks.length) return undefined;
  const { node, at } = blocks[Math.floor(where[0] * blocks.length)];
  const offset = Math.floor(where[1] * (node.content.size + 1));
  const place = {
    from: at + wholeSign(node, offset), to: at + wholeSign(node, Math.min(offset + size, node.content.size)), end: at + node.content.size,
  };
  const { tr } = EditorState.create({ doc: text });
  try {
    does[kind](tr, place, words);
  } catch {
    return undefined; // not possible here, as a key that does nothing
  }
  if (tr.docChanged) doc.transact(() => updateYFragment(doc, fragment, tr.doc, meta), editor);
  return undefined;
}

const wait = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });
const base64 = (bytes) => Buffer.from(bytes).toString("base64");

const commands = {
  open,
  /** Edits of several editors, one after the other; between them the line has a moment. */
  async edit({ edits }) {
    for (const one of edits) {
      edit(editors[one.who], one);
      await wait(one.pause);
    }
  },
  disconnect({ who }) { editors[who].provider.disconnect(); },
  connect({ who }) { editors[who].provider.connect(); },
  /** The line breaks; the provider notices and comes back by itself. */
  lose({ who }) { editors[who].provider.ws?.close(); },
  states: () => editors.map((editor) => ({
    client: editor.doc.clientID,
    synced: editor.provider.synced,
    code: editor.code ?? null,
    clock: clockOf(editor),
    acknowledged: editor.acknowledged,
    state: base64(Y.encodeStateVector(editor.doc)),
  })),
  texts: () => editors.map((editor) => textOf(editor).toJSON()),
};

for await (const line of createInterface({ input: process.stdin })) {
  const { do: command, ...given } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify((await commands[command](given)) ?? null)}\n`);
}
process.exit(0);
