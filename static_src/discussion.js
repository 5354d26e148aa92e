// While a discussion is open: asks every 15 seconds whether there is a new post, and says so once. Nothing moves by itself.
const EVERY = 15_000;

export function tellOfNewPosts(place) {
  let etag = "";
  const timer = setInterval(async () => {
    if (document.hidden) return;
    const headers = etag ? { "If-None-Match": etag } : {};
    try {
      const answer = await fetch(place.dataset.newPosts, { headers, cache: "no-store" });
      if (answer.status === 304) return;
      if (!answer.ok) {
        clearInterval(timer);
        return;
      }
      etag = answer.headers.get("ETag") ?? "";
      if ((await answer.json()).results.length === 0) return;
    } catch {
      return; // no connection now; there may be one in 15 seconds
    }
    clearInterval(timer);
    place.append(place.querySelector("template").content);
  }, EVERY);
}
