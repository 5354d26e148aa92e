// Words that are marked in a text go into a field below it; a link that appears leads to what can be said about them.
// Without this they are copied by hand, as the field asks.

export function chooseWords(text) {
  const field = document.getElementById(text.dataset.chooseFor);
  const offer = text.parentElement.querySelector(".chosen-words");
  if (!field || !offer) return;
  const link = offer.querySelector("a");

  /* Of the paragraph in which they begin, since a comment stands on one. */
  const marked = () => {
    const selection = document.getSelection();
    const isInside = selection.rangeCount && text.contains(selection.getRangeAt(0).startContainer);
    return isInside ? selection.toString().trim().split("\n")[0].trim() : "";
  };

  /* A click on the link may end the selection before the link is followed. */
  let words = "";
  document.addEventListener("selectionchange", () => {
    words = marked() || (offer.contains(document.activeElement) ? words : "");
    offer.hidden = !words;
  });
  link.addEventListener("click", (event) => {
    event.preventDefault();
    field.value = words;
    offer.hidden = true;
    const answer = document.getElementById(link.hash.slice(1));
    answer.scrollIntoView({ block: "center" });
    answer.focus();
  });
}
