import type { ComponentChild } from "preact";
import { Line } from "../parts/line.js";
import { Notice } from "../parts/notice.js";
import { counted } from "../words.js";
import { forum, isSignedIn, signOn } from "./forum.js";

/** Who the reader is to the forum, and what is new for them. */
export async function live(show: (content: ComponentChild) => void): Promise<void> {
  if (!isSignedIn()) {
    show(
      <Notice title="Sie sind nicht angemeldet.">
        <a href="/anmeldung/?weiter=/mein-forum/">Anmelden</a>, oder <a href="/">alle öffentlichen Beiträge lesen</a>.
      </Notice>,
    );
    return;
  }
  const [me, newest] = await Promise.all([
    forum.read("/api/v1/me/"),
    forum.read("/api/v1/entries/", { params: { query: { limit: 10 } } }),
  ]);
  show(
    <>
      <p class="lead">{me.name}</p>
      <p>{me.email}</p>
      <p>
        <button onClick={leave}>Abmelden</button>
      </p>
      <h2>Was Ihnen offensteht</h2>
      {me.principals.length > 0 ? (
        <ul>
          {me.principals.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      ) : (
        <p>Bisher lesen Sie, was alle lesen.</p>
      )}
      <h2>Neu für Sie</h2>
      <p class="quiet">{counted(newest.count, "Beitrag", "Beiträge")}, die neuesten zuerst</p>
      <ul class="lines">
        {newest.results.map((entry) => (
          <Line key={entry.id} entry={entry} href={`/eintrag/?nr=${entry.id}`} />
        ))}
      </ul>
    </>,
  );
}

async function leave(): Promise<void> {
  const on = await signOn();
  try {
    await on.leave(new URL("/", location.origin).href);
  } catch {
    // whether the forum hears of it or not, this tab forgets the token
    await on.end().catch(() => undefined);
    location.assign("/");
  }
}
