/** What a forum answered, with the tag by which it is asked whether that still holds. */
export interface Remembered {
  tag: string;
  type: string;
  body: string;
}

/**
 * A `fetch` that asks whether what it got the last time still holds (`If-None-Match`), and then costs the forum next to
 * nothing. Browsers do so by themselves; this is for programs, such as a build that comes back every few minutes.
 *
 * What different tokens are answered is kept apart. What the forum marks as `no-store` has no tag and is not kept.
 */
export function rememberAnswers(
  kept: Map<string, Remembered> = new Map(),
  fetch: (request: Request) => Promise<Response> = globalThis.fetch,
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== "GET") return fetch(request);
    const key = `${request.headers.get("Authorization") ?? ""} ${request.url}`;
    const known = kept.get(key);
    if (known) request.headers.set("If-None-Match", known.tag);
    const response = await fetch(request);
    if (known && response.status === 304) {
      return new Response(known.body, { headers: { "Content-Type": known.type, ETag: known.tag } });
    }
    const tag = response.headers.get("ETag");
    if (response.ok && tag) {
      const type = response.headers.get("Content-Type") ?? "application/json";
      kept.set(key, { tag, type, body: await response.clone().text() });
    } else {
      kept.delete(key);
    }
    return response;
  };
}
