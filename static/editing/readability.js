// The hint on readability follows what is written: Wagtail keeps drafts by itself, and what was kept is read anew.
(() => {
  let asked = null;

  document.addEventListener("w-autosave:success", async () => {
    const panel = document.querySelector("[data-readability]");
    if (!panel) return;
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(panel.dataset.readability, { signal: asked.signal });
      if (answer.ok) panel.innerHTML = await answer.text();
    } catch {
      // without an answer the hint stays as it was
    }
  });
})();
