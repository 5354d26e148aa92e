import type { ComponentChild } from "preact";
import { Notice } from "../parts/notice.js";
import { isSignedIn, signOn } from "./forum.js";

/** People come here to begin, and the forum leads them back here with what it answers. */
export async function live(show: (content: ComponentChild) => void): Promise<void> {
  const told = new URLSearchParams(location.search);
  if (told.has("state")) {
    await finish(show);
  } else if (isSignedIn()) {
    show(
      <Notice title="Sie sind angemeldet.">
        <a href="/mein-forum/">Zu „Mein Forum“</a>
      </Notice>,
    );
  } else {
    show(<Begin back={within(told.get("weiter"))} />);
  }
}

async function finish(show: (content: ComponentChild) => void): Promise<void> {
  try {
    location.replace(within(await (await signOn()).finish()));
  } catch {
    history.replaceState(null, "", "/anmeldung/"); // what stands in the address is used up
    show(
      <>
        <Notice title="Die Anmeldung ist nicht zustande gekommen.">
          Vielleicht haben Sie abgebrochen, oder es hat zu lange gedauert. Verloren ist nichts.
        </Notice>
        <Begin back="/mein-forum/" />
      </>,
    );
  }
}

function Begin({ back }: { back: string }) {
  return (
    <>
      <p>
        Sie melden sich beim Forum an und kommen dann hierher zurück. Ihr Passwort geben Sie nur dort ein; diese Seite
        erfährt es nicht.
      </p>
      <p>
        <button onClick={(event) => begin(event.currentTarget, back)}>Beim Forum anmelden</button>
      </p>
      <p role="alert" id="stoerung" />
    </>
  );
}

async function begin(button: HTMLButtonElement, back: string): Promise<void> {
  button.disabled = true;
  try {
    await (await signOn()).begin(back);
  } catch {
    button.disabled = false;
    const place = document.getElementById("stoerung");
    if (place) place.textContent = "Das Forum antwortet gerade nicht. Versuchen Sie es in einer Minute noch einmal.";
  }
}

/** An address of this site, whatever the other one says. */
function within(path: string | null): string {
  const home = new URL("/mein-forum/", location.origin).href;
  try {
    const target = new URL(path ?? home, location.origin);
    return target.origin === location.origin ? target.href : home;
  } catch {
    return home;
  }
}
