// Stock clients of y-websocket in one draft: reads what to do as JSON, prints what was measured.
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

const { addresses, cookies, draft, clients, rate, seconds, openings } = JSON.parse(readFileSync(0, "utf8"));
const wait = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

const lineOf = (headers) => class extends WebSocket {
  constructor(address) { super(address, { headers }); }
};

/** Somebody who has the draft open, and for how many milliseconds they waited for the text. */
async function come(number, id) {
  const doc = new Y.Doc();
  const address = addresses[number % addresses.length];
  const headers = { cookie: cookies[number % cookies.length], origin: address };
  const began = performance.now();
  const provider = new WebsocketProvider(`${address.replace("http", "ws")}/ws/drafts`, String(id), doc, {
    WebSocketPolyfill: lineOf(headers), disableBc: true,
  });
  await new Promise((resolve) => { provider.once("sync", resolve); });
  return { doc, provider, waited: performance.now() - began };
}

async function write() {
  const sent = new Map(); // editor -> when each of its states was there
  const delays = [];
  const editors = [];
  for (let number = 0; number < clients; number += 1) editors.push(await come(number, draft));
  for (const editor of editors) {
    const fragment = editor.doc.getXmlFragment("content");
    const paragraph = new Y.XmlElement("paragraph");
    editor.text = new Y.XmlText("");
    paragraph.insert(0, [editor.text]);
    fragment.insert(fragment.length, [paragraph]);
    editor.known = new Map();
  }
  await wait(2_000);
  for (const { doc, known } of editors) {
    for (const other of editors) known.set(other.doc.clientID, Y.getState(doc.store, other.doc.clientID));
    sent.set(doc.clientID, new Map());
    doc.on("update", (_update, origin) => {
      if (!(origin instanceof WebsocketProvider)) return;
      const now = performance.now();
      for (const [client, before] of known) {
        const after = Y.getState(doc.store, client);
        for (let clock = before + 1; clock <= after; clock += 1) {
          const at = sent.get(client)?.get(clock);
          if (at && client !== doc.clientID) delays.push(now - at);
        }
        known.set(client, after);
      }
    });
  }
  const until = performance.now() + seconds * 1000;
  const before = process.cpuUsage();
  let written = 0;
  await Promise.all(editors.map(async ({ doc, text, provider }, number) => {
    await wait((number * 1000) / rate / clients);
    while (performance.now() < until) {
      const next = performance.now() + 1000 / rate;
      sent.get(doc.clientID).set(Y.getState(doc.store, doc.clientID) + 1, performance.now());
      text.insert(text.length, "x");
      provider.awareness.setLocalStateField("cursor", { anchor: written, head: written });
      written += 1;
      await wait(Math.max(0, next - performance.now()));
    }
  }));
  const { user, system } = process.cpuUsage(before);
  const expected = written * (clients - 1);
  for (let tries = 0; tries < 100 && delays.length < expected; tries += 1) await wait(100);
  for (const { provider } of editors) provider.destroy();
  delays.sort((a, b) => a - b);
  const at = (share) => delays[Math.min(delays.length - 1, Math.floor(delays.length * share))];
  return {
    written, expected, delivered: delays.length, processor: (user + system) / 1e6 / seconds,
    median: at(0.5), p95: at(0.95), p99: at(0.99), slowest: at(1),
  };
}

async function open() {
  const waited = [];
  for (let number = 0; number < openings; number += 1) {
    const editor = await come(0, draft);
    waited.push(editor.waited);
    editor.provider.destroy();
    await wait(200); // the room is empty again
  }
  return { first: waited[0], slowest: Math.max(...waited), length: waited.length };
}

console.log(JSON.stringify(openings ? await open() : await write()));
process.exit(0);
