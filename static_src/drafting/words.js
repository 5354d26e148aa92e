// The words of the editor come with the page, in its language: `<template data-words><span data-word="saved">…</span></template>`.

/** A function that gives the words of a name. */
export function wordsOf(place) {
  const spoken = new Map();
  for (const word of place.querySelector("template[data-words]").content.querySelectorAll("[data-word]")) {
    spoken.set(word.dataset.word, word.textContent);
  }
  return (name) => spoken.get(name) ?? "";
}
