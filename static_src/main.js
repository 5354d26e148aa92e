// The pages work without this file. With it "/" puts the cursor in the search, and the menu of older browsers opens by itself.

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
