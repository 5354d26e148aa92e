// What the build writes: every page as HTML that reads without a script.
import { createForum, ForumProblem, rememberAnswers, type Entry, type EntryItem, type Forum } from "lernnetz-client";
import type { VNode } from "preact";
import { renderToStringAsync } from "preact-render-to-string";
import { Article } from "./parts/article.js";
import { Line } from "./parts/line.js";
import { Living, Page, type Around } from "./parts/shell.js";
import { counted, NAME } from "./words.js";

const ON_ONE_PAGE = 12;
const AT_ONCE = 4;
const LATER = 60; // seconds, where the forum does not say when to come back

const written = async (page: VNode) => `<!doctype html>\n${await renderToStringAsync(page)}`;
const listPath = (number: number) => (number === 1 ? "/" : `/seite/${number}/`);

/** Every file of the site that is made of what everybody may read, by its path. */
export async function pages(
  around: Around,
  answers: Parameters<typeof rememberAnswers>[0],
): Promise<Map<string, string>> {
  const forum = createForum(around.forum, { language: "de", fetch: rememberAnswers(answers) });
  const items: EntryItem[] = [];
  for await (const item of forum.all("/api/v1/entries/", { params: { query: { limit: 100 } } })) items.push(item);
  const entries = await whole(forum, items);

  const files = new Map<string, string>();
  for (const [path, page] of [...lists(around, entries), ...articles(around, entries), ...living(around)]) {
    files.set(path.endsWith("/") ? `${path}index.html` : path, await written(page));
  }
  files.set("/wissen/gebaut.json", JSON.stringify(Object.fromEntries(entries.map(({ id, slug }) => [id, slug]))));
  if (around.site) {
    const addresses = ["/", ...entries.map(({ slug }) => `/wissen/${slug}/`)];
    files.set("/sitemap.txt", addresses.map((path) => around.site + path).join("\n"));
    files.set("/robots.txt", `Sitemap: ${around.site}/sitemap.txt\n`);
  }
  return files;
}

/** The entries with their texts. What is taken back while they are read is left out. */
async function whole(forum: Forum, items: readonly EntryItem[]): Promise<Entry[]> {
  const found: (Entry | null)[] = [];
  for (let first = 0; first < items.length; first += AT_ONCE) {
    found.push(...(await Promise.all(items.slice(first, first + AT_ONCE).map(({ id }) => read(forum, id)))));
  }
  return found.filter((entry) => entry !== null);
}

async function read(forum: Forum, entry_id: number): Promise<Entry | null> {
  for (;;) {
    try {
      return await forum.read("/api/v1/entries/{entry_id}/", { params: { path: { entry_id } } });
    } catch (problem) {
      if (!(problem instanceof ForumProblem) || ![404, 429].includes(problem.status)) throw problem;
      if (problem.status === 404) return null;
      await new Promise((ready) => setTimeout(ready, (problem.retryAfter ?? LATER) * 1000));
    }
  }
}

function* lists(around: Around, entries: readonly Entry[]): Generator<[string, VNode]> {
  const last = Math.max(1, Math.ceil(entries.length / ON_ONE_PAGE));
  for (let number = 1; number <= last; number += 1) {
    const shown = entries.slice((number - 1) * ON_ONE_PAGE, number * ON_ONE_PAGE);
    const path = listPath(number);
    const title = number === 1 ? "Was Landkreise voneinander lernen" : `Beiträge, Seite ${number}`;
    const about = "Öffentliche Kurzfassungen aus der Wissensbasis des Forums Integration in ländlichen Räumen.";
    yield [
      path,
      <Page around={around} page="reading" path={path} title={title} description={about}>
        <h1>{title}</h1>
        <p class="lead">{about} Neue stehen oben.</p>
        <p class="quiet">
          {counted(entries.length, "Beitrag", "Beiträge")}
          {last > 1 && `, Seite ${number} von ${last}`}
        </p>
        {shown.length ? (
          <ul class="lines">
            {shown.map((entry) => (
              <Line key={entry.id} entry={entry} href={`/wissen/${entry.slug}/`} />
            ))}
          </ul>
        ) : (
          <p>Noch ist nichts veröffentlicht. Im Forum steht, woran gearbeitet wird.</p>
        )}
        {last > 1 && (
          <nav class="pager" aria-label="Weitere Beiträge">
            {number > 1 && <a href={listPath(number - 1)}>Neuere Beiträge</a>}
            {number < last && <a href={listPath(number + 1)}>Ältere Beiträge</a>}
          </nav>
        )}
      </Page>,
    ];
  }
}

function* articles(around: Around, entries: readonly Entry[]): Generator<[string, VNode]> {
  for (const entry of entries) {
    const path = `/wissen/${entry.slug}/`;
    yield [
      path,
      <Page around={around} page="entry" path={path} title={entry.title} description={entry.summary} entry={entry.id}>
        <div id="leben">
          <Article entry={entry} forum={around.forum} />
        </div>
        <p class="quiet more" data-more>
          Mitglieder lesen hier nach dem <a href={`/anmeldung/?weiter=${path}`}>Anmelden</a>, was nur ihnen offensteht.
        </p>
      </Page>,
    ];
  }
}

/** Pages whose content depends on who reads, or on an address that nobody but the reader has. */
function* living(around: Around): Generator<[string, VNode]> {
  const there = (path: string, words: string) => <a href={around.forum + path}>{words}</a>;
  yield [
    "/suche/",
    <Page around={around} page="search" path="/suche/" title="Suche" hidden>
      <h1>Suche</h1>
      <Living
        without={<p>Diese Suche braucht JavaScript. Ohne geht es {there("/suche/", "in der Suche des Forums")}.</p>}
      />
    </Page>,
  ];
  yield [
    "/eintrag/",
    <Page around={around} page="entry" path="/eintrag/" title="Beitrag" hidden>
      <Living
        title="Beitrag"
        without={<p>Dieser Beitrag braucht JavaScript. Ohne geht es {there("/wissen/", "im Forum")}.</p>}
      />
    </Page>,
  ];
  yield [
    "/anmeldung/",
    <Page around={around} page="signing-on" path="/anmeldung/" title="Anmelden" hidden>
      <h1>Anmelden</h1>
      <Living
        without={
          <p>Hier anmelden geht nur mit JavaScript. Ohne geht es {there("/konto/anmelden/", "im Forum selbst")}.</p>
        }
      />
    </Page>,
  ];
  yield [
    "/mein-forum/",
    <Page around={around} page="member" path="/mein-forum/" title="Mein Forum" hidden>
      <h1>Mein Forum</h1>
      <Living without={<p>Diese Seite braucht JavaScript. Ohne geht es {there("/start/", "im Forum selbst")}.</p>} />
    </Page>,
  ];
  yield [
    "/vorschau/",
    <Page around={around} page="preview" path="/vorschau/" title="Vorschau" hidden>
      <Living title="Vorschau" without={<p>Die Vorschau braucht JavaScript.</p>} />
    </Page>,
  ];
  yield [
    "/404.html",
    <Page around={around} page="reading" path="/404.html" title="Nicht gefunden" hidden>
      <h1>Das gibt es hier nicht</h1>
      <p>
        Vielleicht wurde der Beitrag zurückgenommen oder anders benannt. <a href="/suche/">Suchen Sie danach</a>, oder
        gehen Sie zu <a href="/">allen Beiträgen auf „{NAME}“</a>.
      </p>
    </Page>,
  ];
}
