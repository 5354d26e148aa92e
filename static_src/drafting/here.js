// Who is here: a name for each person who has the text open, and a caret in the same colour where they are.
const COLOURS = 8; // caret--0 to caret--7 in components/drafting.css
const SHOWN = 2_500; // milliseconds for which a name stands at a caret that has moved

const people = (awareness) => [...awareness.getStates()]
  .filter(([, state]) => state.user?.name)
  .map(([id, { user }]) => ({ id, name: String(user.name), colour: Math.abs(Math.trunc(Number(user.colour))) % COLOURS || 0 }));

/** Says to the others who we are, in a colour that nobody has yet. Where two chose the same one, the later takes another. */
export function arrive(awareness, name) {
  const choose = () => {
    const others = people(awareness).filter(({ id }) => id !== awareness.clientID);
    const own = awareness.getLocalState()?.user?.colour;
    const isFree = others.every(({ id, colour }) => colour !== own || id > awareness.clientID);
    if (own !== undefined && (isFree || others.length >= COLOURS)) return;
    const taken = new Set(others.map(({ colour }) => colour));
    const free = [...Array(COLOURS).keys()].filter((colour) => !taken.has(colour));
    awareness.setLocalStateField("user", { name, colour: free[0] ?? awareness.clientID % COLOURS });
  };
  choose();
  awareness.on("change", choose);
}

/** Keeps the list of who is here: the others, and oneself behind them. Alone there is no list. */
export function showWhoIsHere(place, awareness, words) {
  const list = place.querySelector(".drafting__here");
  const show = () => {
    const all = people(awareness);
    const own = all.find(({ id }) => id === awareness.clientID);
    const others = new Map(all.map((person) => [person.name, person])); // who has two windows open is there once
    others.delete(own?.name);
    list.hidden = !others.size;
    list.replaceChildren(...[...others.values(), ...(own ? [own] : [])].map((person) => {
      const item = document.createElement("li");
      item.className = `caret--${person.colour}`;
      item.textContent = person === own ? `${person.name} (${words("you")})` : person.name;
      return item;
    }));
  };
  awareness.on("change", show);
  show();
}

/** Turns the name to the side on which there is room for it. */
function turn(caret) {
  const name = caret.querySelector(".caret__name");
  caret.classList.remove("caret--at-edge");
  const edge = caret.closest(".drafting__text")?.getBoundingClientRect().right ?? Infinity;
  caret.classList.toggle("caret--at-edge", name.getBoundingClientRect().right > edge);
}

const isId = (id) => id == null || (Number.isInteger(id.client) && Number.isInteger(id.clock));
const isPosition = (at) => at instanceof Object && isId(at.type) && isId(at.item);

/** Other programs may write here too, and say of themselves what they like: only a caret that is one is shown. */
function isShown(own, id, { cursor }) {
  return id !== own && (!cursor || (isPosition(cursor.anchor) && isPosition(cursor.head)));
}

/** Carets for y-prosemirror, without the style attributes that the page's policy forbids. */
export function carets(awareness) {
  const shown = new Map();
  const colourOf = (user) => Math.abs(Math.trunc(Number(user.colour))) % COLOURS || 0;

  const flag = (caret) => {
    clearTimeout(caret.fading);
    caret.classList.add("caret--moved");
    caret.fading = setTimeout(() => caret.classList.remove("caret--moved"), SHOWN);
    requestAnimationFrame(() => turn(caret));
  };
  awareness.on("change", ({ updated }) => updated.forEach((id) => {
    if (shown.has(id)) flag(shown.get(id));
  }));

  return {
    awarenessStateFilter: isShown,
    cursorBuilder(user, id) {
      const caret = document.createElement("span");
      const name = document.createElement("span");
      caret.className = `caret caret--${colourOf(user)}`;
      caret.setAttribute("aria-hidden", "true");
      name.className = "caret__name";
      name.textContent = user.name;
      caret.append("\u2060", name, "\u2060"); // a line breaks neither before nor after a caret
      flag(caret);
      shown.set(id, caret);
      return caret;
    },
    selectionBuilder: (user) => ({ class: `selected selected--${colourOf(user)}` }),
  };
}
