// The toolbar: one stop of the Tab key, arrow keys inside (WAI-ARIA, toolbar). Alt+F10 leads to it, Escape back to the text.
import { isInTable } from "prosemirror-tables";
import { blockOf, boxOf, DOES, IS_ON, setBlock, setBox } from "./does.js";

const CHOICES = {
  block: { run: setBlock, of: blockOf },
  box: { run: setBox, of: boxOf },
};

/** Only one thing in the bar can be reached with Tab; arrows, Home and End go on from there. */
function moveInside(bar, view) {
  const stops = () => [...bar.querySelectorAll("button, select")].filter((one) => !one.disabled && one.getClientRects().length);
  const stopAt = (stop) => {
    for (const one of bar.querySelectorAll("button, select")) one.tabIndex = one === stop ? 0 : -1;
  };
  bar.addEventListener("focusin", ({ target }) => stopAt(target));
  bar.addEventListener("keydown", (event) => {
    const all = stops();
    const at = all.indexOf(document.activeElement);
    const to = {
      ArrowRight: (at + 1) % all.length, ArrowLeft: (at - 1 + all.length) % all.length, Home: 0, End: all.length - 1,
    }[event.key];
    if (event.key === "Escape") view.focus();
    else if (to !== undefined) all[to].focus();
    else return;
    event.preventDefault();
  });
  stopAt(stops()[0]);
  return () => {
    const current = bar.querySelector("[tabindex='0']");
    const all = stops();
    if (!all.includes(current)) stopAt(all[0]);
    return all;
  };
}

/** Brings the bar to life. Returns what shows the state of the text in it and what takes the focus to it. */
export function useBar(place, view, panels) {
  const bar = place.querySelector(".drafting__bar");
  const inTable = bar.querySelector("[data-in-table]");
  bar.hidden = false;
  const reachable = moveInside(bar, view);

  bar.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (!button || button.getAttribute("aria-disabled") === "true") return;
    if (button.dataset.opens) return panels.toggle(button.dataset.opens);
    DOES[button.dataset.does]?.(view.state, view.dispatch, view);
    if (document.activeElement !== button) view.focus(); // whoever came by keyboard stays in the bar
  });
  bar.addEventListener("mousedown", (event) => { // what is selected stays selected
    if (!event.target.closest("select")) event.preventDefault();
  });
  let isPointing = false;
  bar.addEventListener("pointerdown", () => { isPointing = true; });
  bar.addEventListener("keydown", () => { isPointing = false; });
  bar.addEventListener("change", ({ target }) => {
    CHOICES[target.dataset.chooses].run(target.value)(view.state, view.dispatch, view);
    if (isPointing) view.focus(); // arrow keys may want to go on choosing
  });

  const show = () => {
    const { state } = view;
    const isTable = isInTable(state);
    for (const button of bar.querySelectorAll("[aria-pressed]")) {
      button.setAttribute("aria-pressed", String(IS_ON[button.dataset.does](state)));
    }
    for (const select of bar.querySelectorAll("select")) select.value = CHOICES[select.dataset.chooses].of(state);
    for (const button of bar.querySelectorAll("[data-does=undo], [data-does=redo]")) {
      button.setAttribute("aria-disabled", String(!DOES[button.dataset.does](state)));
    }
    bar.querySelector("[data-does=table]").setAttribute("aria-disabled", String(isTable));
    if (inTable.hidden === isTable) {
      inTable.hidden = !isTable;
      reachable();
    }
  };
  return {
    show,
    focus() {
      const stop = reachable().find((one) => one.tabIndex === 0);
      stop?.focus();
      return Boolean(stop);
    },
    open(name) {
      panels.toggle(name);
      return true;
    },
    close() {
      bar.hidden = true;
      panels.close();
    },
  };
}
