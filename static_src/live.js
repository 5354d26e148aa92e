// While a page is open, the server says over one websocket that there is something new about what the page watches. It says a
// number and no words. Without the socket everything goes on as before; it is tried again later and later.
const FIRST = 1_000;
const LONGEST = 60_000;
const FOR_GOOD = [4400, 4401, 4413]; // nobody understands us, or nobody is signed in any more
const NOT_YOURS = [4403, 4404];

const watches = new Map();
let socket = null;
let wait = FIRST;
let timer;

/** `hear(said)` is called with what the server says about it, first with how things stand; `end()` when it is no longer yours. */
export function watch(name, about, hear, end = () => {}) {
  watches.set(name, { ask: JSON.stringify({ watch: name, ...about }), hear, end, isHeard: false });
  if (!socket) connect();
  else if (socket.readyState === WebSocket.OPEN) socket.send(watches.get(name).ask);
}

/** Whether what is new about it is told at present. */
export const isHeard = (name) => watches.get(name)?.isHeard ?? false;

function connect() {
  clearTimeout(timer);
  const own = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/ws/live/`);
  socket = own;
  own.addEventListener("open", () => watches.forEach(({ ask }) => own.send(ask)));
  own.addEventListener("message", ({ data }) => {
    const said = JSON.parse(data);
    const watched = watches.get(said.watching ?? said.new);
    if (!watched) return;
    watched.isHeard = true;
    wait = FIRST;
    watched.hear(said);
  });
  own.addEventListener("close", ({ code }) => { if (own === socket) closed(code); });
}

function closed(code) {
  watches.forEach((watched) => { watched.isHeard = false; });
  if (FOR_GOOD.includes(code)) return;
  if (NOT_YOURS.includes(code)) {
    for (const [name, { end }] of watches) {
      if (name === "bell") continue; // that is everybody's own
      end();
      watches.delete(name);
    }
  }
  if (!watches.size) return;
  timer = setTimeout(connect, wait * (0.5 + Math.random()));
  wait = Math.min(wait * 2, LONGEST);
}

/* A page that is kept for the way back may not hold a socket. */
addEventListener("pagehide", () => {
  if (!socket) return;
  clearTimeout(timer);
  socket.close();
});
addEventListener("pageshow", (event) => {
  if (event.persisted && watches.size) connect();
});
