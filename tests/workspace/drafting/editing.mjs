// What editors do to a shared text, one after the other: reads a list of steps as JSON and prints what each editor sends and sees.
// A step is {who, text} (ProseMirror's JSON that the editor has afterwards), {who, update} (what it is sent, in base64).
import { readFileSync } from "node:fs";
import { initProseMirrorDoc, updateYFragment } from "y-prosemirror";
import * as Y from "yjs";
import { schema } from "../../../static_src/drafting/schema.js";

const editors = new Map();

function editor(who) {
  if (!editors.has(who)) {
    const doc = new Y.Doc();
    const sent = [];
    doc.on("update", (update, origin) => { if (origin !== "sent") sent.push(Buffer.from(update).toString("base64")); });
    editors.set(who, { doc, sent, fragment: doc.getXmlFragment("content") });
  }
  return editors.get(who);
}

const found = JSON.parse(readFileSync(0, "utf8")).map(({ who, text, update }) => {
  const { doc, sent, fragment } = editor(who);
  if (update) Y.applyUpdate(doc, Buffer.from(update, "base64"), "sent");
  if (text) {
    const { meta } = initProseMirrorDoc(fragment, schema);
    doc.transact(() => updateYFragment(doc, fragment, schema.nodeFromJSON(text), meta));
  }
  return { sent: sent.splice(0), sees: initProseMirrorDoc(fragment, schema).doc.toJSON() };
});
console.log(JSON.stringify(found));
