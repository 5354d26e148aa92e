// At the door of an event: presses are kept on this device while there is no network, and sent when it is back. A press
// says that somebody is there, or that this was a mistake; sent twice it means the same. Names are never kept.
const EVERY = 15000; // milliseconds between two tries while presses wait

export function keepTheDoor(list) {
  const key = `door:${location.pathname}`;
  const state = document.querySelector("[data-door-state]");
  const token = list.querySelector("[name=csrfmiddlewaretoken]");
  if (!token) return;
  let isSending = false;

  const waiting = () => {
    try { return JSON.parse(localStorage.getItem(key)) ?? {}; } catch { return {}; }
  };
  const keep = (presses) => {
    if (Object.keys(presses).length) localStorage.setItem(key, JSON.stringify(presses));
    else localStorage.removeItem(key);
  };
  const show = (participant, came) => {
    const line = document.getElementById(`p${participant}`);
    if (!line) return;
    line.querySelector("[data-door-there]").hidden = !came;
    line.querySelector("[data-door-yes]").hidden = Boolean(came);
    line.querySelector("[data-door-undo]").hidden = !came;
  };
  const say = (words) => { state.textContent = words; };

  async function send(participant, came) {
    const answer = await fetch(location.pathname, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: new URLSearchParams({ participant, came, csrfmiddlewaretoken: token.value }),
      redirect: "error", // to the sign-in, for example: then the press waits
    });
    if (answer.status >= 500) throw new Error("later");
    return answer.status === 204;
  }

  async function sendAll() {
    if (isSending) return;
    isSending = true;
    let refused = false;
    try {
      for (const [participant, came] of Object.entries(waiting())) {
        const isTaken = await send(participant, came);
        refused ||= !isTaken;
        const now = waiting();
        if (now[participant] === came) delete now[participant]; // unless it was pressed anew meanwhile
        keep(now);
      }
      say(refused ? state.dataset.refused : state.dataset.sent);
    } catch {
      say(state.dataset.waits.replace("{}", Object.keys(waiting()).length));
    } finally {
      isSending = false;
    }
  }

  list.addEventListener("submit", (event) => {
    if (!event.submitter) return;
    event.preventDefault();
    const participant = event.target.elements.participant.value;
    const came = event.submitter.value;
    keep({ ...waiting(), [participant]: came });
    show(participant, came);
    document.querySelector(`#p${participant} [data-door-${came ? "undo" : "yes"}]`)?.focus();
    sendAll();
  });

  const search = document.querySelector("[data-door-search]");
  const narrow = () => {
    const words = search.elements.q.value.toLocaleLowerCase("de").split(/\s+/).filter(Boolean);
    list.querySelectorAll("[data-door-line]").forEach((line) => {
      const text = line.querySelector(".line__title").textContent + line.querySelector(".line__why").textContent;
      line.hidden = !words.every((word) => text.toLocaleLowerCase("de").includes(word));
    });
  };
  if (!new URLSearchParams(location.search).get("q")) {
    search.addEventListener("input", narrow);
    search.addEventListener("submit", (event) => { event.preventDefault(); narrow(); });
  }

  Object.entries(waiting()).forEach(([participant, came]) => show(participant, came));
  if (Object.keys(waiting()).length) sendAll();
  window.addEventListener("online", sendAll);
  setInterval(() => { if (Object.keys(waiting()).length) sendAll(); }, EVERY);
}
