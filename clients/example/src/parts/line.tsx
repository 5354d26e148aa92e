import type { EntryItem } from "lernnetz-client";
import { dated, KINDS } from "../words.js";

/** An entry as lists show it. */
export function Line({ entry, href }: { entry: EntryItem; href: string }) {
  const said = [KINDS[entry.kind], entry.county?.name, dated(entry.published_at)].filter(Boolean);
  return (
    <li class="line">
      <h2>
        <a href={href}>{entry.title}</a>
      </h2>
      <p class="kicker">
        {said.join(" · ")}
        {entry.layer === "members" && " · nur für Mitglieder"}
      </p>
      <p>{entry.summary}</p>
    </li>
  );
}
