// The pages work without this file. With it "/" puts the cursor in the search, and the menu of older browsers opens by itself.
import { keepCount } from "./bell.js";
import { chooseWords } from "./choosing.js";
import { tellOfNewPosts } from "./discussion.js";
import { keepTheDoor } from "./door.js";
import { tellOfRemarks } from "./draft.js";
import { searchWhileTyping } from "./search.js";
import { sayWhatIsTooLarge } from "./upload.js";

function isTyping(target) {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const field = document.getElementById("search-words");
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});

/* Escape closes what was opened last and gives the focus back to its button. */
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const opened = event.target instanceof Element && event.target.closest("details[open]");
  if (!opened) return;
  opened.open = false;
  opened.querySelector("summary").focus();
});

const menu = document.querySelector(".head__menu");
if (menu && !CSS.supports("selector(::details-content)")) {
  const wide = matchMedia("(min-width: 60rem)");
  const follow = () => { menu.open = wide.matches; };
  wide.addEventListener("change", follow);
  follow();
}

document.querySelectorAll("[data-print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});

/* Related entries are fetched when the reader comes near the end; without this, a link leads to them. */
const related = document.querySelector("[data-related]");
if (related && "IntersectionObserver" in window) {
  const heading = related.textContent.trim();
  const show = async () => {
    const answer = await fetch(related.dataset.related);
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const lines = page.getElementById("related-lines");
    if (!lines) return related.remove();
    related.replaceChildren();
    const title = document.createElement("h2");
    title.className = "section__title";
    title.textContent = heading;
    related.append(title, document.adoptNode(lines));
  };
  new IntersectionObserver((entries, observer) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    show().catch(() => {});
  }, { rootMargin: "400px" }).observe(related);
}

const live = document.querySelector("form[data-live]");
if (live) searchWhileTyping(live);

document.querySelectorAll("[data-new-posts]").forEach(tellOfNewPosts);
document.querySelectorAll("[data-drafting] ~ [data-margin]").forEach(tellOfRemarks);
document.querySelectorAll("[data-bell]").forEach(keepCount);
document.querySelectorAll("[data-choose-for]").forEach(chooseWords);
document.querySelectorAll("[data-door]").forEach(keepTheDoor);

/* A field for posts becomes an editor; only pages that have one load it, and without it the field stays as it is. */
const writing = document.querySelector("[data-writing]");
if (writing) import(writing.dataset.writing).catch(() => {});

/* The text of a draft becomes live; without its script it can be read. */
const drafting = document.querySelector("[data-drafting]");
if (drafting) import(drafting.dataset.drafting).catch(() => {});

document.querySelectorAll("input[data-most-bytes]").forEach(sayWhatIsTooLarge);
