// Looks for an entry of the knowledge base while its title is typed, and gives the one that is chosen.
const WAIT = 250; // milliseconds without a key before the server is asked
const MOST = 8;

export function chooseEntries(form, words, choose) {
  const field = form.elements.q;
  const list = form.querySelector("[data-found]");
  const line = form.querySelector("[role=status]");
  let timer;
  let asked = 0;

  const show = (found) => {
    list.replaceChildren(...found.map(({ id, title }) => {
      const item = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = title;
      button.addEventListener("click", () => choose({ id: Number(id), title }));
      item.append(button);
      return item;
    }));
  };
  const look = async () => {
    const q = field.value.trim();
    const own = asked += 1;
    if (q.length < 2) {
      line.textContent = "";
      return show([]);
    }
    try {
      const answer = await fetch(`/api/v1/search/?${new URLSearchParams({ type: "entry", q, limit: MOST })}`);
      if (own !== asked) return;
      if (!answer.ok) throw new Error(answer.statusText);
      const { results } = await answer.json();
      if (own !== asked) return;
      show(results);
      line.textContent = results.length ? `${words("entries-found")} ${results.length}` : words("no-entries");
    } catch {
      if (own === asked) line.textContent = words("no-search");
    }
  };

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, WAIT);
  });
  form.addEventListener("submit", look);
  form.addEventListener("reset", () => {
    asked += 1;
    line.textContent = "";
    show([]);
  });
}
