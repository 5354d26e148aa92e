// Wagtail's editor of text inside a stream has no name of its own: a screen reader would say "edit" and nothing else. It is
// called like the field and the block that it stands in.
(() => {
  const heading = (section) => document.getElementById(section?.getAttribute("aria-labelledby"))?.textContent.trim();

  const name = () => {
    for (const editor of document.querySelectorAll(".public-DraftEditor-content:not([aria-label], [aria-labelledby])")) {
      const field = heading(editor.closest('section[id^="panel-"]'));
      const block = heading(editor.closest("section"));
      const words = [...new Set([field, block])].filter(Boolean);
      if (words.length) editor.setAttribute("aria-label", words.join(": "));
    }
  };

  let waits = false;
  const soon = () => {
    if (waits) return;
    waits = true;
    setTimeout(() => {
      waits = false;
      name();
    }, 100);
  };
  new MutationObserver(soon).observe(document, { childList: true, subtree: true });
})();
