// Small forms below the toolbar for what needs more than a press: link, picture, footnote, entry of the knowledge base.
import { allowed, schema } from "./schema.js";
import { linkAround, put, selected, setLink } from "./does.js";
import { chooseEntries } from "./entries.js";

const { nodes } = schema;

/** "forum.de" and "name@forum.de", as people write them, are made addresses. */
function addressFrom(words) {
  const text = words.trim();
  if (!text || allowed(text)) return text;
  return text.includes("@") && !text.includes("/") ? `mailto:${text}` : `https://${text}`;
}

/** On one line, as the server keeps them. */
const wordsIn = (field) => field.value.trim().replace(/\s+/g, " ");

/** What each form shows when it opens, and what it does with what was filled in. */
const PANELS = {
  link: {
    fill: (form, state) => {
      form.elements.href.value = linkAround(state.selection.$from)?.href ?? "";
    },
    use: (form, view, pressed) => setLink(view, pressed === "remove" ? "" : addressFrom(form.elements.href.value)),
  },
  footnote: {
    fill: (form, state) => {
      form.elements.text.value = selected(state, nodes.footnote)?.attrs.text ?? "";
    },
    use: (form, view) => put(view, nodes.footnote.create({ text: wordsIn(form.elements.text) })),
  },
  picture: {
    fill: (form, state) => {
      const { file, alt, caption } = selected(state, nodes.picture)?.attrs ?? {};
      if (file) form.elements.file.value = String(file);
      form.elements.alt.value = alt ?? "";
      form.elements.caption.value = caption ?? "";
    },
    use: (form, view) => put(view, nodes.picture.create({
      file: Number(form.elements.file.value),
      alt: wordsIn(form.elements.alt),
      caption: wordsIn(form.elements.caption),
    })),
  },
  entry: { fill: (form) => form.reset(), use: () => false },
};

/** Files that may stand in the text, from the page's `<template data-pictures>`; without any there is no button. */
function offerPictures(place) {
  const options = document.querySelector("template[data-pictures]")?.content.querySelectorAll("option") ?? [];
  const select = place.querySelector("[data-panel=picture] select");
  select.replaceChildren(...[...options].map((option) => document.importNode(option, true)));
  place.querySelector("[data-opens=picture]").hidden = !options.length;
}

export function usePanels(place, view, words) {
  let open = null;
  const buttonOf = (form) => place.querySelector(`[data-opens=${form.dataset.panel}]`);
  const show = (form, is) => {
    form.hidden = !is;
    buttonOf(form).setAttribute("aria-expanded", String(is));
    open = is ? form : null;
  };
  const close = () => {
    if (open) show(open, false);
  };
  const done = () => {
    close();
    view.focus();
  };

  offerPictures(place);
  for (const form of place.querySelectorAll("form[data-panel]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (PANELS[form.dataset.panel].use(form, view, event.submitter?.value) !== false) done();
    });
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      done();
    });
    form.querySelector("[data-cancels]")?.addEventListener("click", done);
  }
  chooseEntries(place.querySelector("[data-panel=entry]"), words, (entry) => {
    put(view, nodes.entry.create(entry));
    done();
  });

  return {
    close,
    toggle(name) {
      const form = place.querySelector(`form[data-panel=${name}]`);
      const wasOpen = open === form;
      close();
      if (wasOpen) return view.focus();
      PANELS[name].fill(form, view.state);
      show(form, true);
      form.querySelector("input, select, textarea").focus();
    },
  };
}
