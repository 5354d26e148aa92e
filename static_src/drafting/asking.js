// Comments and suggestions on a passage: choose words in the text, press what you want to do, write it in the margin.

/** `layout()` puts the margin in order. Returns what is called when the selected words or the margin change. */
export function useAsking({ place, margin, view, words, layout, ask }) {
  const tools = place.querySelector(".drafting__asking");
  const line = tools.querySelector("[data-asking-says]");
  let passage = null;
  const forms = () => [...margin.querySelectorAll("form[data-passage]")];
  const kindOf = (form) => (form.elements.namedItem("replacement") ? "suggestion" : "comment");

  const fill = (form) => {
    for (const name of ["quote", "block", "start", "end"]) form.elements.namedItem(name).value = passage[name];
    let quote = form.querySelector("[data-quote]");
    if (!quote) {
      quote = document.createElement("p");
      quote.dataset.quote = "";
      quote.className = "remark__quote";
      form.prepend(quote);
    }
    quote.textContent = passage.quote;
  };
  const close = (form) => {
    form.reset();
    form.hidden = true;
    delete form.dataset.isOpen;
    ask(forms().some((one) => !one.hidden));
    layout();
  };
  const open = (kind) => {
    const form = forms().find((one) => kindOf(one) === kind);
    if (!form || !passage?.quote) return;
    fill(form);
    const instead = form.elements.namedItem("replacement");
    if (instead && !instead.value) instead.value = passage.quote;
    form.hidden = false;
    form.dataset.isOpen = "1";
    tools.hidden = true;
    ask(true);
    layout();
    [...form.elements].find((field) => field.matches("textarea, input, select") && field.getClientRects().length)?.focus();
  };
  const showTools = () => {
    const kinds = new Set(forms().map(kindOf));
    const isOpen = forms().some((form) => !form.hidden);
    tools.hidden = !passage || !kinds.size || isOpen;
    if (tools.hidden) return;
    const isOne = passage !== "unfit";
    line.hidden = isOne;
    for (const button of tools.querySelectorAll("[data-asks]")) button.hidden = !isOne || !kinds.has(button.dataset.asks);
    const at = view.coordsAtPos(view.state.selection.from);
    tools.style.top = `${Math.round(at.top - place.getBoundingClientRect().top)}px`; // counts where it stands beside the text
  };
  const prepare = () => {
    for (const form of forms()) {
      if (form.dataset.isReady) continue;
      form.dataset.isReady = "1";
      form.hidden = !form.dataset.isOpen; // what could not be sent stays in sight
      const button = document.createElement("button");
      button.type = "button";
      button.className = "link-button";
      button.dataset.cancels = "";
      button.textContent = words("cancel");
      form.append(button);
    }
  };

  tools.addEventListener("mousedown", (event) => event.preventDefault()); // what is selected stays selected
  tools.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-asks]");
    if (button) open(button.dataset.asks);
  });
  margin.addEventListener("click", ({ target }) => {
    if (!target.closest("[data-cancels]")) return;
    close(target.closest("form"));
    view.focus();
  });
  margin.addEventListener("keydown", (event) => {
    const form = event.target.closest("form[data-passage]");
    if (event.key !== "Escape" || !form) return;
    event.preventDefault();
    close(form);
    view.focus();
  });

  return {
    prepare,
    selected(chosen) {
      passage = chosen;
      if (chosen?.quote) forms().filter((form) => !form.hidden).forEach(fill);
      showTools();
    },
    focus() {
      const first = [...tools.querySelectorAll("button")].find((button) => button.getClientRects().length);
      first?.focus();
      return Boolean(first);
    },
    /** Where an open form wants to stand. */
    wanted: () => view.coordsAtPos(view.state.selection.from).top,
    open: () => forms().filter((form) => !form.hidden),
    sent(form) {
      if (form.hasAttribute("data-passage")) close(form);
    },
  };
}
