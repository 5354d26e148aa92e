import type { Problem } from "./api.js";

/** What the forum refused, in its own words (RFC 9457). */
export class ForumProblem extends Error {
  override readonly name = "ForumProblem";

  constructor(
    readonly status: number,
    readonly title: string,
    /** A sentence for people. */
    readonly detail: string,
    /** Of each field or parameter that makes no sense, why. */
    readonly errors: Readonly<Record<string, readonly string[]>> = {},
    /** Seconds after which it can be asked again, where the forum says so. */
    readonly retryAfter: number | null = null,
  ) {
    super(detail || title);
  }

  /** What an answer says. A proxy that speaks in its place knows no JSON: then the status has to do. */
  static async in(response: Response): Promise<ForumProblem> {
    const told = (await response.json().catch(() => ({}))) as Partial<Problem>;
    const seconds = Number.parseInt(response.headers.get("Retry-After") ?? "", 10);
    return new ForumProblem(
      response.status,
      told.title ?? response.statusText,
      told.detail ?? "",
      told.errors ?? {},
      Number.isNaN(seconds) ? null : seconds,
    );
  }
}

/** No answer came: no connection, a wrong address, or a forum that does not allow this front end (CORS). */
export class ForumUnreachable extends Error {
  override readonly name = "ForumUnreachable";

  constructor(address: string, cause: unknown) {
    super(`No answer from ${address}`, { cause });
  }
}
