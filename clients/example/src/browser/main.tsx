// Every page loads this; what it needs beyond the line at its top is loaded only where it is.
import { render, type ComponentChild } from "preact";
import { signInHere, Trouble } from "../parts/notice.js";
import { isSignedIn } from "./forum.js";

type Show = (content: ComponentChild) => void;

const link = document.querySelector<HTMLAnchorElement>("[data-sign-on]");
if (link && isSignedIn()) {
  link.remove(); // signing out stands under “Mein Forum”
} else if (link && location.pathname !== "/anmeldung/") {
  link.href = signInHere();
}

const modules: Record<string, () => Promise<{ live(show: Show): Promise<void> }>> = {
  entry: () => import("./entry.js"),
  member: () => import("./member.js"),
  preview: () => import("./preview.js"),
  search: () => import("./search.js"),
  "signing-on": () => import("./signing-on.js"),
};

const place = document.getElementById("leben");
const { page = "", entry } = document.documentElement.dataset;
const module = modules[page];
const isComplete = entry && !isSignedIn(); // what everybody may read stands there already
if (place && module && !isComplete) {
  let isEmptied = false;
  const show: Show = (content) => {
    if (!isEmptied) place.replaceChildren();
    isEmptied = true;
    render(content, place);
  };
  place.setAttribute("aria-busy", "true");
  module()
    .then(({ live }) => live(show))
    .catch((error: unknown) => {
      const heading = place.querySelector("h1")?.textContent;
      show(
        <>
          {heading && <h1>{heading}</h1>}
          <Trouble error={error} isSignedIn={isSignedIn()} />
        </>,
      );
    })
    .finally(() => place.removeAttribute("aria-busy"));
}
