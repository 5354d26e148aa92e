// The connection to the server. It says what is stored there, and for as long as something is not, leaving the page asks first.
// What is written without a connection stays in the shared text and goes to the server with the first answer after it is back.
import { readVarUint } from "lib0/decoding";
import { WebsocketProvider } from "y-websocket";

const STORED = 9; // the server's own kind of message: so many of the updates of this connection are on disk
const SLOW = 700; // milliseconds after which saving is worth a word
const TOO_SLOW = 15_000; // after which something is wrong: perhaps writing has ended meanwhile
const ENDS = { 4401: "signed-out", 4403: "no-access", 4404: "gone", 4413: "too-large" };

/** A websocket that counts what it carries: messages with changes that went out, and those of them that are stored. */
class CountingSocket extends WebSocket {
  sent = 0;
  stored = 0;
  hasAnswered = false; // the server has been given what it did not have when the connection began

  send(data) {
    const [kind, step, ...update] = data.subarray(0, 6);
    if (kind === 0 && step > 0) {
      if (update.length > 3 || update[1] || update[2]) this.sent += 1;
      if (step === 1) this.hasAnswered = true;
    }
    super.send(data);
  }
}

/** Connects `doc`. Calls `synced()` once, when the text is there, and `ended()` when the server closes it for good. */
export function connect({ place, doc, awareness, writes, words, synced, ended }) {
  const line = place.querySelector(".drafting__state");
  const address = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/ws/drafts`;
  const provider = new WebsocketProvider(address, place.dataset.draft, doc, {
    connect: false, // not before everybody listens
    awareness,
    params: { acks: "1" },
    WebSocketPolyfill: CountingSocket,
    maxBackoffTime: 5_000,
    disableBc: true, // another window of this browser may be somebody else's
  });
  let unsavedSince = 0; // 0: all of it is stored
  let timer;
  let wasThere = false;
  const began = Date.now();
  let end = "";

  const say = (name) => {
    if (line.dataset.says === name) return;
    line.dataset.says = name;
    line.textContent = words(name);
  };
  const isConnected = () => provider.wsconnected && provider.synced && navigator.onLine;
  const show = () => {
    const { ws } = provider;
    if (unsavedSince && isConnected() && ws.hasAnswered && ws.stored >= ws.sent) unsavedSince = 0;
    if (end) return say(end);
    if (!wasThere) return say(Date.now() - began < TOO_SLOW ? "connecting" : "only-reading");
    if (!isConnected()) return say(writes ? "offline" : "offline-reading");
    if (!writes) return say("reading");
    if (!unsavedSince) return say("saved");
    const since = Date.now() - unsavedSince;
    if (since >= SLOW) say(since < TOO_SLOW ? "saving" : "unsaved");
    clearTimeout(timer);
    if (since < TOO_SLOW) timer = setTimeout(show, (since < SLOW ? SLOW : TOO_SLOW) - since);
  };

  provider.messageHandlers[STORED] = (_encoder, decoder) => {
    provider.ws.stored = readVarUint(decoder);
    show();
  };
  provider.on("status", ({ status }) => {
    if (status === "connected") awareness.setLocalState({ ...awareness.getLocalState() }); // others took us for gone
    show();
  });
  provider.on("sync", (isSynced) => {
    if (isSynced && !wasThere) {
      wasThere = true;
      synced();
    }
    show();
  });
  provider.on("closed", ({ code }) => {
    end = ENDS[code] ?? "refused";
    place.dataset.ended = String(code);
    awareness.setLocalState(null);
    show();
    ended();
  });
  doc.on("update", (_update, origin) => {
    if (!writes || origin === provider) return;
    unsavedSince ||= Date.now();
    show();
  });

  addEventListener("offline", show);
  addEventListener("online", () => {
    if (end) return;
    provider.disconnect(); // the old connection may be dead without knowing it
    provider.connect();
  });
  addEventListener("beforeunload", (event) => {
    if (!unsavedSince) return;
    event.preventDefault();
    event.returnValue = true;
  });
  addEventListener("pagehide", () => provider.disconnect()); // a page that is kept for the way back may not hold a socket
  addEventListener("pageshow", (event) => {
    if (event.persisted && !end) provider.connect();
  });

  show();
  setTimeout(show, TOO_SLOW);
  provider.connect();
  return { hasEnded: () => Boolean(end) };
}
