import { UserManager, WebStorageStateStore } from "oidc-client-ts";

export interface SignOnOptions {
  /** Where the forum is; what it offers stands there under `/.well-known/openid-configuration`. */
  forum: string;
  /** The front end, as the forum knows it. It is a public one: it has no secret and proves itself by PKCE. */
  clientId: string;
  /** The page of the front end that calls `finish()`, exactly as the forum knows it. */
  redirectUri: string;
  /** What the token is for, such as `["read:members"]`. */
  scopes: readonly string[];
  /** Where the token is kept; unless said otherwise in this tab alone, until it is closed. */
  storage?: Storage;
}

export interface SignOn {
  /** Leads to the forum, where the person signs in and agrees; `back` is where they go on afterwards. */
  begin(back: string): Promise<void>;
  /** On the page of `redirectUri`: takes the token, and says where the person goes on. Throws where there is none. */
  finish(): Promise<string>;
  /** The token of whoever is signed in; once it has ended it is forgotten, and this is null. */
  token(): Promise<string | null>;
  /** Gives the token back to the forum and forgets it, here alone: the person stays signed in at the forum. */
  end(): Promise<void>;
  /** The same, and leads to the forum, which asks whether to sign out there, too; then to `back`, as it knows it. */
  leave(back: string): Promise<void>;
}

/** Sign-on in the browser by OpenID Connect: authorization code with PKCE. */
export function createSignOn(options: SignOnOptions): SignOn {
  const store = options.storage ?? globalThis.sessionStorage;
  const people = new UserManager({
    authority: options.forum.replace(/\/+$/, ""),
    client_id: options.clientId,
    redirect_uri: options.redirectUri,
    scope: ["openid", ...options.scopes].join(" "),
    response_type: "code",
    automaticSilentRenew: false,
    revokeTokensOnSignout: true,
    revokeTokenTypes: ["access_token"],
    userStore: new WebStorageStateStore({ store }),
    stateStore: new WebStorageStateStore({ store }),
  });

  return {
    begin: (back) => people.signinRedirect({ state: back }),
    async finish() {
      const person = await people.signinRedirectCallback();
      return typeof person.state === "string" ? person.state : "/";
    },
    async token() {
      const person = await people.getUser();
      if (person && !person.expired) return person.access_token;
      if (person) await people.removeUser();
      return null;
    },
    async end() {
      try {
        await people.revokeTokens();
      } finally {
        await people.removeUser();
      }
    },
    leave: (back) => people.signoutRedirect({ post_logout_redirect_uri: back }),
  };
}
