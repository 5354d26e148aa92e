// Results while somebody types. The page works without this: the field is a plain form, every filter a plain link.
// What stands below the field is fetched from the same address and put in the place of the old part.

const UNTIL_ASKED = 250; // milliseconds without a new letter
const UNTIL_SAID = 900; // and without one until a screen reader hears how much was found
const UNTIL_EXCUSED = 1000; // until it hears that the search takes a while

export function searchWhileTyping(form) {
  const field = form.elements.q;
  const said = document.querySelector("[data-said]");
  let shown = location.search;
  let isTyping = false; // the present entry of the history was made by typing, and goes on changing
  let timer, telling, running;

  function say(text, later = 0) {
    clearTimeout(telling);
    telling = setTimeout(() => { said.textContent = text; }, later);
  }

  const part = () => document.getElementById("search-part");
  const heading = () => part().querySelector("h2");

  /** The question of a form as it stands now, without what is empty. */
  function questionOf(asked) {
    const filled = [...new FormData(asked)].filter(([, value]) => value.trim());
    return filled.length ? `?${new URLSearchParams(filled)}` : "";
  }

  /** What this question finds, as text; null when another question came in between. */
  async function fetched(question, how) {
    running?.abort();
    const mine = running = new AbortController();
    const asked = new URLSearchParams(question);
    asked.set("part", how);
    try {
      const answer = await fetch(`${form.action}?${asked}`, { signal: mine.signal });
      if (!answer.ok) throw new Error(`The search answered ${answer.status}.`);
      return await answer.text();
    } catch (error) {
      if (mine.signal.aborted) return null;
      throw error;
    }
  }

  /** Show what this question finds; false when another one came in between. */
  async function show(question, how) {
    clearTimeout(timer);
    part().setAttribute("aria-busy", "true");
    say(said.dataset.waiting, UNTIL_EXCUSED);
    const text = await fetched(question, how);
    if (text === null) return false;
    const fresh = new DOMParser().parseFromString(text, "text/html").getElementById("search-part");
    const wasFocused = part().contains(document.activeElement);
    part().replaceWith(document.adoptNode(fresh));
    if (wasFocused) heading()?.focus();
    document.title = fresh.dataset.title;
    shown = question;
    return true;
  }

  function note(question, method) {
    if (question !== location.search) history[method](null, "", question || location.pathname);
  }

  async function whileTyping() {
    const question = questionOf(form);
    if (question === shown) return;
    try {
      if (!(await show(question, "typing"))) return;
    } catch {
      say(""); // what was found before stays, and the button asks again
      part().removeAttribute("aria-busy");
      return;
    }
    note(question, isTyping ? "replaceState" : "pushState");
    isTyping = true;
    say(heading()?.textContent ?? "", UNTIL_SAID);
  }

  /** Somebody chose something: an entry of its own in the history, and the reader is taken to what was found. */
  async function go(question) {
    try {
      if (!(await show(question, "results"))) return;
    } catch {
      location.assign(question || location.pathname);
      return;
    }
    note(question, "pushState");
    isTyping = false;
    say("");
    heading()?.focus();
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(whileTyping, UNTIL_ASKED);
  });

  document.addEventListener("submit", (event) => {
    const sent = event.target;
    if (sent !== form && !(part().contains(sent) && sent.method === "get" && sent.action === form.action)) return;
    event.preventDefault();
    go(questionOf(sent));
  });

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("#search-part a");
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !isPlain || link.hash || link.origin + link.pathname !== form.action) return;
    event.preventDefault();
    field.value = new URLSearchParams(link.search).get("q") ?? "";
    go(link.search);
  });

  addEventListener("popstate", () => {
    if (location.search === shown) return; // only the fragment has changed
    isTyping = false;
    field.value = new URLSearchParams(location.search).get("q") ?? "";
    show(location.search, "again").then(() => say("")).catch(() => location.reload());
  });
}
