import { createForum } from "lernnetz-client";
import type { SignOn } from "lernnetz-client/sign-on";

const address = document.querySelector<HTMLMetaElement>("meta[name=forum]")?.content ?? "";
const CLIENT_ID = "example-front-end";
const SCOPES = ["profile", "email", "read:members"];

let made: Promise<SignOn> | undefined;

/** Loaded by those alone who sign in or are signed in. */
export function signOn(): Promise<SignOn> {
  const redirectUri = new URL("/anmeldung/", location.origin).href;
  made ??= import("lernnetz-client/sign-on").then(({ createSignOn }) =>
    createSignOn({ forum: address, clientId: CLIENT_ID, redirectUri, scopes: SCOPES }),
  );
  return made;
}

/** Whether a token lies in this tab. Whether it still holds, the forum says. */
export const isSignedIn = () => Object.keys(sessionStorage).some((key) => key.startsWith("oidc.user:"));

/** The forum as this reader reads it: with their token if there is one, otherwise as everybody. */
export const forum = createForum(address, {
  token: async () => (isSignedIn() ? (await signOn()).token() : null),
  language: "de",
  async fetch(request) {
    const response = await fetch(request);
    if (response.status === 401 && isSignedIn()) await (await signOn()).end().catch(() => undefined);
    return response;
  },
});
