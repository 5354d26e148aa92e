import type { ComponentChildren } from "preact";
import { NAME } from "../words.js";

/** What the build knows and every page carries. */
export interface Around {
  forum: string;
  /** Where this front end will be served, for search engines; empty where that is not known. */
  site: string;
  script: string;
  style: string;
  icon: string;
}

export interface PageProps {
  around: Around;
  /** The module of `src/browser` that brings the page to life. */
  page: "entry" | "search" | "signing-on" | "member" | "preview" | "reading";
  path: string;
  title: string;
  description?: string;
  /** Pages that search engines have no use for. */
  hidden?: boolean;
  entry?: number;
  children: ComponentChildren;
}

const PLACES = [
  ["/", "Beiträge"],
  ["/suche/", "Suche"],
  ["/mein-forum/", "Mein Forum"],
] as const;

/** Nothing but our own files runs, and nobody but the forum is asked, wherever the pages are served. */
const policy = (forum: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    `img-src 'self' blob: ${forum}`,
    `connect-src 'self' ${forum}`,
    `form-action 'self' ${forum}`,
    "base-uri 'none'",
  ].join("; ");

/** The whole document around what a page shows. */
export function Page({ around, page, path, title, description, hidden, entry, children }: PageProps) {
  return (
    <html lang="de" data-page={page} {...(entry && { "data-entry": entry })}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy(around.forum)} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <meta name="forum" content={around.forum} />
        {hidden && <meta name="robots" content="noindex" />}
        {description && <meta name="description" content={description} />}
        <title>{path === "/" ? NAME : `${title} · ${NAME}`}</title>
        {around.site && !hidden && <link rel="canonical" href={around.site + path} />}
        <link rel="icon" href={around.icon} type="image/svg+xml" />
        <link rel="stylesheet" href={around.style} />
        <script type="module" src={around.script} />
      </head>
      <body>
        <a class="skip" href="#inhalt">
          Zum Inhalt
        </a>
        <header class="head">
          <div class="wide">
            <a class="name" href="/">
              {NAME}
            </a>
            <nav aria-label="Bereiche">
              {PLACES.map(([href, label]) => (
                <a key={href} href={href} {...(href === path && { "aria-current": "page" })}>
                  {label}
                </a>
              ))}
              <a href="/anmeldung/" data-sign-on {...(path === "/anmeldung/" && { "aria-current": "page" })}>
                Anmelden
              </a>
            </nav>
          </div>
        </header>
        <main id="inhalt" class="wide" tabIndex={-1}>
          {children}
        </main>
        <footer class="foot">
          <div class="wide">
            <p>
              Ein Beispiel für ein eigenes Angebot. Die Inhalte kommen aus dem <a href={`${around.forum}/`}>Forum</a>,
              dort stehen auch <a href={`${around.forum}/impressum/`}>Impressum</a> und{" "}
              <a href={`${around.forum}/datenschutz/`}>Datenschutz</a>.
            </p>
          </div>
        </footer>
      </body>
    </html>
  );
}

/** Where the browser puts what it fetches, heading and all; without scripts it says where else that can be had. */
export function Living({ title, without }: { title?: string; without: ComponentChildren }) {
  return (
    <div id="leben">
      {title && <h1>{title}</h1>}
      <noscript>{without}</noscript>
    </div>
  );
}
