// Wagtail's calendar turns a date that it cannot read into today's, without a word, when somebody goes on to the next
// field. What was typed comes back at once: the server reads more ways of writing a date, and says so where it cannot.
(() => {
  let typed = null;
  document.addEventListener(
    "blur",
    ({ target }) => {
      typed = target.matches?.('input[type="text"]') ? target.value : null; // before the calendar hears of it
    },
    true,
  );
  document.addEventListener("focusout", ({ target }) => {
    if (typed && target.value !== typed) target.value = typed;
  });
})();
