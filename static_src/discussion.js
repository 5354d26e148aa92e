// While a discussion is open: says once that there is a new post, as soon as the server tells. Without its socket the page asks
// every 15 seconds. Nothing moves by itself.
import { isHeard, watch } from "./live.js";

const EVERY = 15_000;

export function tellOfNewPosts(place) {
  let etag = "";
  let isDone = false;

  const stop = () => {
    isDone = true;
    clearInterval(timer);
  };
  const [news, end] = ["new", "ended"].map((name) => place.querySelector(`template[data-${name}]`).content);
  const show = (what) => {
    stop();
    place.replaceChildren(what);
  };
  const look = async () => {
    if (isDone) return;
    const headers = etag ? { "If-None-Match": etag } : {};
    try {
      const answer = await fetch(place.dataset.newPosts, { headers, cache: "no-store" });
      if (isDone || answer.status === 304) return;
      if (!answer.ok) return stop();
      etag = answer.headers.get("ETag") ?? "";
      if ((await answer.json()).results.length > 0) show(news);
    } catch {
      // no connection now; there may be one in 15 seconds
    }
  };
  const timer = setInterval(() => {
    if (!document.hidden && !isHeard("discussion")) look();
  }, EVERY);

  const known = Number(place.dataset.newest);
  watch("discussion", { id: Number(place.dataset.discussion) }, ({ newest }) => { if (newest > known) look(); }, () => show(end));
}
