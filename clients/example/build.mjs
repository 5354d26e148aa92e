// Builds the site into dist/: `npm run build`. FORUM names the forum, SITE the address under which the pages will
// stand, OUT another folder.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as esbuild from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const withoutSlash = (address) => address?.replace(/\/+$/, "");

export const FORUM = withoutSlash(process.env.FORUM) || "http://127.0.0.1:8000";
export const OUT = resolve(here, process.env.OUT || "dist");
const SITE = withoutSlash(process.env.SITE) || "";

const SHARED = {
  absWorkingDir: here,
  bundle: true,
  format: "esm",
  conditions: ["lernnetz-source"],
  logLevel: "warning",
};

/** Scripts, styles, fonts and icon under names that change with their content, so that browsers keep them for ever. */
async function assets() {
  const built = await esbuild.build({
    ...SHARED,
    entryPoints: ["src/browser/main.tsx", "src/styles.css", "src/icon.svg"],
    entryNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    outdir: "dist/dateien",
    publicPath: "/dateien",
    loader: { ".woff2": "file", ".svg": "copy" },
    splitting: true,
    minify: true,
    metafile: true,
    write: false,
    target: ["chrome109", "firefox115", "safari16"],
  });
  const files = new Map(
    built.outputFiles.map(({ path, contents }) => [`/${relative(join(here, "dist"), path)}`, contents]),
  );
  const named = (stem, end) =>
    [...files.keys()].find((path) => path.startsWith(`/dateien/${stem}-`) && path.endsWith(end));
  return { files, script: named("main", ".js"), style: named("styles", ".css"), icon: named("icon", ".svg") };
}

/** The module that writes the pages, as Node runs it. */
async function writer() {
  const outfile = join(here, "node_modules", ".cache", "static.mjs");
  await esbuild.build({ ...SHARED, entryPoints: ["src/static.tsx"], platform: "node", target: "node20", outfile });
  return import(`${pathToFileURL(outfile)}?${Date.now()}`);
}

/**
 * Nothing is written before everything is there, so that a forum that goes away leaves the pages that were.
 * `answers` is what the forum answered the last time; what still holds is not sent again.
 */
export async function build(answers = new Map()) {
  const [{ files, ...around }, { pages }] = await Promise.all([assets(), writer()]);
  const written = await pages({ ...around, forum: FORUM, site: SITE }, answers);
  rmSync(OUT, { recursive: true, force: true });
  for (const [path, contents] of [...files, ...written]) {
    mkdirSync(dirname(join(OUT, path)), { recursive: true });
    writeFileSync(join(OUT, path), contents);
  }
  return written.size;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(`${await build()} Dateien aus ${FORUM} liegen in ${OUT}.`);
  } catch (error) {
    if (error.name !== "ForumUnreachable") throw error;
    console.error(
      `Unter ${FORUM} antwortet kein Forum. FORUM=https://… nennt ein anderes. Die Seiten bleiben, wie sie waren.`,
    );
    process.exitCode = 1;
  }
}
