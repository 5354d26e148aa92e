import createClient, { type Client, type MaybeOptionalInit, type MethodResponse } from "openapi-fetch";
import type { PathsWithMethod, RequiredKeysOf } from "openapi-typescript-helpers";
import type { paths } from "./api.js";
import { ForumProblem, ForumUnreachable } from "./problem.js";

type Api = Client<paths, "application/json">;
type ReadPath = PathsWithMethod<paths, "get">;
type Init<Path extends ReadPath> = MaybeOptionalInit<paths[Path], "get">;
type Given<I> = RequiredKeysOf<I> extends never ? [init?: I] : [init: I];

/** What a GET of this address answers. */
export type Answer<Path extends ReadPath> = MethodResponse<Api, "get", Path>;

/** The addresses that answer in pages. */
export type ListPath = {
  [Path in ReadPath]: Answer<Path> extends { next: string | null; results: unknown[] } ? Path : never;
}[ReadPath];

/** One of what such an address lists. */
export type Item<Path extends ListPath> = Answer<Path> extends { results: (infer One)[] } ? One : never;

export interface ForumOptions {
  /** Sent with every request; a function is asked anew each time, so that it can end or be renewed. */
  token?: string | (() => string | null | Promise<string | null>);
  /** In which language the forum says what it says of itself, such as why something is refused: `de` or `en`. */
  language?: string;
  /** Stands in for the global `fetch`, for example `rememberAnswers()`. */
  fetch?: (request: Request) => Promise<Response>;
}

export interface Forum extends Pick<Api, "GET" | "POST" | "PATCH" | "PUT" | "DELETE"> {
  /** Where the forum is, without a slash at the end. */
  readonly address: string;
  /** The whole address of what the API gives relative to the forum (`url` of entries, pictures and files). */
  url(relative: string): string;
  /**
   * A picture or file (`url` of these, also in HTML) as this reader may see it: of what members alone see a browser
   * fetches nothing for a page elsewhere, because it sends no token. It is asked for at the forum and nowhere else.
   */
  media(relative: string): Promise<Blob>;
  /** What a GET answers, and nothing around it. */
  read<Path extends ReadPath>(path: Path, ...given: Given<Init<Path>>): Promise<Answer<Path>>;
  /** Everything that a list holds, page by page, each page asked for when it is needed. */
  all<Path extends ListPath>(path: Path, ...given: Given<Init<Path>>): AsyncGenerator<Item<Path>, void, undefined>;
}

/** A forum. What it refuses is thrown as `ForumProblem`, what does not answer as `ForumUnreachable`. */
export function createForum(address: string, options: ForumOptions = {}): Forum {
  const base = address.replace(/\/+$/, "");
  const api = createClient<paths, "application/json">({
    baseUrl: base,
    credentials: "omit", // the forum's own session stays there
    headers: { Accept: "application/json", "Accept-Language": options.language },
    ...(options.fetch && { fetch: options.fetch }),
  });
  async function authorize(request: Request): Promise<void> {
    const token = typeof options.token === "function" ? await options.token() : options.token;
    if (token) request.headers.set("Authorization", `Bearer ${token}`);
  }

  api.use({
    onRequest: ({ request }) => authorize(request),
    async onResponse({ response }) {
      if (!response.ok && response.status !== 304) throw await ForumProblem.in(response);
    },
    onError: ({ error }) =>
      error instanceof Error && error.name === "AbortError" ? error : new ForumUnreachable(base, error),
  });

  // openapi-fetch infers what it takes and gives at the place of the call; in here the address is still open
  async function get(path: string, init: object | undefined): Promise<unknown> {
    return (await api.GET(path as never, init as never)).data;
  }

  async function media(relative: string): Promise<Blob> {
    const address = new URL(relative, base);
    if (address.origin !== new URL(base).origin) throw new TypeError(`${address.href} is not at the forum`);
    const request = new Request(address, { credentials: "omit" });
    await authorize(request);
    const response = await (options.fetch ?? fetch)(request).catch((error: unknown) => {
      throw new ForumUnreachable(base, error);
    });
    if (!response.ok) throw await ForumProblem.in(response);
    return response.blob();
  }

  async function* all(path: string, init: Record<string, unknown> = {}): AsyncGenerator<unknown, void, undefined> {
    for (let asked = init; ;) {
      const page = (await get(path, asked)) as { next: string | null; results: unknown[] };
      yield* page.results;
      if (!page.next) return;
      const query = Object.fromEntries(new URL(page.next, base).searchParams);
      asked = { ...init, params: { ...(init.params as object), query } };
    }
  }

  return {
    GET: api.GET,
    POST: api.POST,
    PATCH: api.PATCH,
    PUT: api.PUT,
    DELETE: api.DELETE,
    address: base,
    url: (relative) => new URL(relative, base).href,
    media,
    read: get as Forum["read"],
    all: all as Forum["all"],
  };
}
