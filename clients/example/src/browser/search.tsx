import type { SearchAnswer, SearchHit } from "lernnetz-client";
import type { ComponentChild } from "preact";
import { RichText } from "../parts/rich-text.js";
import { counted, dated, KINDS } from "../words.js";
import { forum } from "./forum.js";

const ON_ONE_PAGE = 10;
const PAUSE = 200; // milliseconds without a key, after which suggestions are asked for
const FACETS = { kind: "Art", topic: "Thema", county: "Landkreis" } as const;

/** The address says what is looked for, so that every result has one and “back” goes back. */
export async function live(show: (content: ComponentChild) => void): Promise<void> {
  const asked = new URLSearchParams(location.search);
  const q = asked.get("q")?.trim() ?? "";
  const shown = (results: ComponentChild) => (
    <>
      <Field q={q} />
      {results}
    </>
  );
  show(shown(null)); // what somebody types before the answer is there stays
  const query = {
    ...Object.fromEntries(
      ["q", "kind", "topic", "county"].flatMap((name) => (asked.get(name) ? [[name, asked.get(name)]] : [])),
    ),
    ...(asked.get("exact") === "1" && { exact: "1" as const }),
    offset: Math.max(0, Number.parseInt(asked.get("offset") ?? "0", 10) || 0),
    limit: ON_ONE_PAGE,
    type: "entry",
  };
  const [answer, built] = await Promise.all([
    forum.read("/api/v1/search/", { params: { query } }),
    fetch("/wissen/gebaut.json").then(
      (response): Promise<Record<string, string>> => response.json(),
      () => ({}),
    ),
  ]);
  show(shown(<Results answer={answer} asked={asked} built={built} />));
}

function Field({ q }: { q: string }) {
  return (
    <form action="/suche/" role="search">
      <label for="q">Wonach suchen Sie?</label>
      <div class="field">
        <input id="q" name="q" type="search" defaultValue={q} list="vorschlaege" autocomplete="off" onInput={suggest} />
        <button>Suchen</button>
      </div>
      <datalist id="vorschlaege" />
    </form>
  );
}

let waiting: ReturnType<typeof setTimeout> | undefined;

/** How the typed letters may go on; that it fails now and then is nobody's trouble. */
function suggest({ currentTarget }: { currentTarget: HTMLInputElement }): void {
  clearTimeout(waiting);
  const q = currentTarget.value.trim();
  waiting = setTimeout(async () => {
    const found =
      q.length > 1 ? await forum.read("/api/v1/suggest/", { params: { query: { q } } }).catch(() => []) : [];
    currentTarget.list?.replaceChildren(...found.filter(({ type }) => type === "entry" || type === "word").map(option));
  }, PAUSE);
}

function option({ text }: { text: string }): HTMLOptionElement {
  const made = document.createElement("option");
  made.value = text;
  return made;
}

interface ResultsProps {
  answer: SearchAnswer;
  asked: URLSearchParams;
  built: Record<string, string>;
}

function Results({ answer, asked, built }: ResultsProps) {
  const q = answer.did_you_mean ?? asked.get("q") ?? "";
  return (
    <>
      {answer.did_you_mean && (
        <p>
          Gesucht wurde „{answer.did_you_mean}“.{" "}
          <a href={changed(asked, { exact: "1" })}>Genau „{asked.get("q")}“ suchen</a>
        </p>
      )}
      <p role="status">
        {counted(answer.count, "Beitrag", "Beiträge")}
        {q && ` zu „${q}“`}
      </p>
      <Chosen answer={answer} asked={asked} />
      {answer.count === 0 && (
        <p>
          Dazu ist nichts veröffentlicht. Versuchen Sie ein anderes Wort, oder{" "}
          <a href="/">lesen Sie alle Beiträge durch</a>.
        </p>
      )}
      <ul class="lines">
        {answer.results.map((hit) => (
          <Hit key={hit.id} hit={hit} slug={built[hit.id]} />
        ))}
      </ul>
      {answer.next && (
        <nav class="pager" aria-label="Weitere Treffer">
          <a href={changed(asked, { offset: new URL(answer.next, forum.address).searchParams.get("offset") })}>
            Weitere Treffer
          </a>
        </nav>
      )}
      <Facets answer={answer} asked={asked} />
    </>
  );
}

/** The page that the build wrote, or where there is none the one that fetches. */
function Hit({ hit, slug }: { hit: SearchHit; slug: string | undefined }) {
  const kind = KINDS[hit.kind as keyof typeof KINDS] ?? "";
  return (
    <li class="line">
      <h2>
        <a href={slug ? `/wissen/${slug}/` : `/eintrag/?nr=${hit.id}`}>{hit.title}</a>
      </h2>
      <p class="kicker">
        {[kind, hit.published_at && dated(hit.published_at), hit.layer === "members" && "nur für Mitglieder"]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <p>
        <RichText html={hit.snippet} forum={forum.address} />
      </p>
    </li>
  );
}

function Chosen({ answer, asked }: { answer: SearchAnswer; asked: URLSearchParams }) {
  const chosen = Object.keys(FACETS).filter((name) => asked.get(name));
  if (!chosen.length) return null;
  return (
    <ul class="chosen" aria-label="Gewählt">
      {chosen.map((name) => {
        const found = answer.facets[name]?.find(({ value }) => value === asked.get(name));
        return (
          <li key={name}>
            <a href={changed(asked, { [name]: null })}>Nicht mehr nur: {found?.label ?? asked.get(name)}</a>
          </li>
        );
      })}
    </ul>
  );
}

function Facets({ answer, asked }: { answer: SearchAnswer; asked: URLSearchParams }) {
  const offered = Object.entries(FACETS).filter(([name]) => !asked.get(name) && (answer.facets[name]?.length ?? 0) > 1);
  if (!offered.length) return null;
  return (
    <section class="facets" aria-labelledby="enger">
      <h2 id="enger">Enger fassen</h2>
      {offered.map(([name, label]) => (
        <div key={name}>
          <h3>{label}</h3>
          <ul>
            {answer.facets[name]?.map(({ value, label: word, count }) => (
              <li key={value}>
                <a href={changed(asked, { [name]: value })}>
                  {word} ({count})
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

/** The address of this page with something else in it, from its first results on. */
function changed(asked: URLSearchParams, to: Record<string, string | null>): string {
  const next = new URLSearchParams(asked);
  for (const [name, value] of Object.entries({ offset: null, ...to })) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return `/suche/?${next}`;
}
