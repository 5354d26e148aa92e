// The number beside the bell follows what happens; whoever listens to the page is told when it grows, and nothing moves.
import { watch } from "./live.js";

export function keepCount(count) {
  const number = count.querySelector("[data-number]");
  const status = document.querySelector("[data-bell-says]");
  watch("bell", {}, ({ unread }) => {
    const before = Number(number.textContent);
    if (unread === before) return;
    number.textContent = unread;
    count.hidden = unread === 0;
    status.textContent = unread > before ? `${status.dataset.bellSays} ${unread}` : "";
  });
}
