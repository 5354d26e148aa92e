import { ForumProblem, ForumUnreachable } from "lernnetz-client";
import type { ComponentChildren } from "preact";

/** A sentence that says why, with ways on. */
export function Notice({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="notice" role="status">
      <p>
        <strong>{title}</strong>
      </p>
      <p>{children}</p>
    </div>
  );
}

/** What went wrong, and how it goes on for somebody who is signed in or not. */
export function Trouble({ error, isSignedIn }: { error: unknown; isSignedIn: boolean }) {
  // no link: to an address with something behind a # it would lead nowhere
  const again = (
    <button class="as-link" onClick={() => location.reload()}>
      Noch einmal versuchen
    </button>
  );
  const all = <a href="/">alle öffentlichen Beiträge lesen</a>;
  if (error instanceof ForumUnreachable) {
    return (
      <Notice title="Das Forum antwortet gerade nicht.">
        Vielleicht fehlt die Verbindung. {again}, oder {all}: Sie liegen hier.
      </Notice>
    );
  }
  if (!(error instanceof ForumProblem)) {
    return (
      <Notice title="Das hat nicht geklappt.">
        {again}, oder {all}.
      </Notice>
    );
  }
  switch (error.status) {
    case 401:
      return (
        <Notice title="Ihre Anmeldung ist zu Ende.">
          <a href={signInHere()}>Neu anmelden</a>, oder {all}.
        </Notice>
      );
    case 404:
      return (
        <Notice title="Das gibt es hier nicht.">
          {isSignedIn ? (
            <>Vielleicht wurde es zurückgenommen. Sie können {all}.</>
          ) : (
            <>
              Vielleicht ist es nur für Mitglieder: <a href={signInHere()}>Anmelden</a>, oder {all}.
            </>
          )}
        </Notice>
      );
    case 429:
      return (
        <Notice title="Gerade fragen sehr viele.">
          {again}, am besten in {Math.max(1, Math.ceil((error.retryAfter ?? 60) / 60))} Minuten, oder {all}.
        </Notice>
      );
    default:
      return (
        <Notice title="Das hat nicht geklappt.">
          {error.message} {again}, oder {all}.
        </Notice>
      );
  }
}

/** The page where people sign in; they come back to where they are. */
export const signInHere = () => `/anmeldung/?weiter=${encodeURIComponent(location.pathname + location.search)}`;
