import type { Entry } from "lernnetz-client";
import { dated, KINDS, QUOTABLE } from "../words.js";
import { type Picture, RichText } from "./rich-text.js";

interface ArticleProps {
  entry: Entry;
  forum: string;
  picture?: Picture;
}

/** An entry as this reader may read it: what a layer does not hold comes empty and is left out. */
export function Article({ entry, forum, picture }: ArticleProps) {
  const isWhole = entry.layer === "members";
  const repeatsSummary = entry.body.html === `<p>${entry.summary}</p>`;
  return (
    <article>
      <header>
        <p class="kicker">{[KINDS[entry.kind], ...entry.topics.map((topic) => topic.title)].join(" · ")}</p>
        <h1>{entry.title}</h1>
        <p class="audience">
          {isWhole ? "Nur für Mitglieder des Forums: die ganze Fassung" : "Öffentlich: Das lesen alle."}
        </p>
        {entry.summary && <p class="lead">{entry.summary}</p>}
      </header>
      <AtAGlance entry={entry} />
      {!repeatsSummary && (
        <div class="prose">
          <RichText html={entry.body.html} forum={forum} picture={picture} />
        </div>
      )}
      <Files entry={entry} forum={forum} />
      <Changes entry={entry} />
      <Provenance entry={entry} forum={forum} />
      <footer class="quiet">
        <p>
          {entry.quotability && `${QUOTABLE[entry.quotability]} `}
          <a href={new URL(entry.url, forum).href}>Diesen Beitrag im Forum lesen</a>
        </p>
      </footer>
    </article>
  );
}

function AtAGlance({ entry }: { entry: Entry }) {
  const facts: [string, string | null | undefined][] = [
    ["Landkreis", entry.county?.name],
    ["Verfasst von", entry.author],
    ["Läuft seit", entry.facts.running_since],
    ["Aufwand", entry.facts.workload],
    ["Kosten", entry.facts.costs],
    ["Rechtsgrundlage", entry.facts.legal_basis],
    ["Schlagwörter", entry.tags.join(", ")],
    ["Veröffentlicht", `${dated(entry.published_at)}, Fassung ${entry.version}`],
  ];
  return (
    <dl class="facts">
      {facts.map(
        ([name, fact]) =>
          fact && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{fact}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function Files({ entry, forum }: { entry: Entry; forum: string }) {
  if (!entry.files.length) return null;
  return (
    <section>
      <h2>Dateien</h2>
      <ul>
        {entry.files.map((file) => (
          <li key={file.id}>
            <a href={new URL(file.url, forum).href}>{file.title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Changes({ entry }: { entry: Entry }) {
  if (!entry.changes.length) return null;
  return (
    <section>
      <h2>Was sich geändert hat</h2>
      <dl>
        {entry.changes.map((change) => (
          <div key={change.version}>
            <dt>
              {dated(change.published_at)}, Fassung {change.version}
            </dt>
            <dd>{change.note}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Provenance({ entry, forum }: { entry: Entry; forum: string }) {
  if (!entry.provenance.length) return null;
  return (
    <section>
      <h2>Wie es entstanden ist</h2>
      <ol class="steps">
        {entry.provenance.map((step, place) => (
          <li key={place}>
            <span class="quiet">{dated(step.date)}</span> {step.label}
            {step.title && ": "}
            {step.title && (step.url ? <a href={new URL(step.url, forum).href}>{step.title}</a> : step.title)}
          </li>
        ))}
      </ol>
    </section>
  );
}
