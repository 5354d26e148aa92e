// Who is here: a name for each person who has the text open, and a caret in the same colour where they are.
const COLOURS = 8; // caret--0 to caret--7 in components/drafting.css
const SHOWN = 2_500; // milliseconds for which a name stands at a caret that has moved

const people = (awareness) => [...awareness.getStates()]
  .filter(([, state]) => state.user?.name)
  .map(([id, { user }]) => ({ id, name: String(user.name), colour: Math.abs(Math.trunc(Number(user.colour))) % COLOURS || 0 }));

/** Says to the others who we are, in a colour that nobody has yet. */
export function arrive(awareness, name) {
  const taken = new Set(people(awareness).map(({ colour }) => colour));
  const free = [...Array(COLOURS).keys()].filter((colour) => !taken.has(colour));
  awareness.setLocalStateField("user", { name, colour: free[0] ?? awareness.clientID % COLOURS });
}

/** Keeps the list of who is here. Alone there is no list. */
export function showWhoIsHere(place, awareness, words) {
  const list = place.querySelector(".drafting__here");
  const show = () => {
    const all = people(awareness);
    const others = new Map(all.filter(({ id }) => id !== awareness.clientID).map((person) => [person.name, person]));
    const own = all.find(({ id }) => id === awareness.clientID);
    list.hidden = !others.size;
    list.replaceChildren(...[...others.values(), ...(own ? [own] : [])].map(({ id, name, colour }) => {
      const item = document.createElement("li");
      item.className = `caret--${colour}`;
      item.textContent = id === awareness.clientID ? `${name} (${words("you")})` : name;
      return item;
    }));
  };
  awareness.on("change", show);
  show();
}

/** Carets for y-prosemirror, without the style attributes that the page's policy forbids. */
export function carets(awareness) {
  const shown = new Map();
  const colourOf = (user) => Math.abs(Math.trunc(Number(user.colour))) % COLOURS || 0;

  awareness.on("change", ({ updated }) => updated.forEach((id) => {
    const flag = shown.get(id);
    if (!flag) return;
    flag.classList.add("caret--moved");
    clearTimeout(flag.fading);
    flag.fading = setTimeout(() => flag.classList.remove("caret--moved"), SHOWN);
  }));

  return {
    cursorBuilder(user, id) {
      const caret = document.createElement("span");
      const name = document.createElement("span");
      caret.className = `caret caret--${colourOf(user)} caret--moved`;
      caret.setAttribute("aria-hidden", "true");
      name.className = "caret__name";
      name.textContent = user.name;
      caret.append("\u2060", name, "\u2060"); // a line breaks neither before nor after a caret
      caret.fading = setTimeout(() => caret.classList.remove("caret--moved"), SHOWN);
      shown.set(id, caret);
      return caret;
    },
    selectionBuilder: (user) => ({ class: `selected selected--${colourOf(user)}` }),
  };
}
