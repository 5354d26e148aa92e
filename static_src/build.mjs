// Builds everything in static/lernnetz from the sources in this folder: `npm ci && npm run build`.
// An argument names another folder to build into, so that a test can compare the two.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import * as sass from "sass";
import { ICONS } from "./icons.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const out = process.argv[2] ?? join(root, "static", "lernnetz");
const installed = (path) => join(root, "node_modules", path);

/** KERN comes as SCSS; esbuild sees what sass makes of it, otherwise unchanged. */
const kern = {
  name: "kern",
  setup(build) {
    build.onLoad({ filter: /\.scss$/ }, ({ path }) => ({
      contents: sass.compile(path, { loadPaths: [join(root, "node_modules")], charset: false, quietDeps: true }).css,
      loader: "css",
    }));
  },
};

/** The editors of posts and of drafts are files of their own: only pages with such a field load them. */
async function buildStylesAndScript() {
  await esbuild.build({
    entryPoints: { lernnetz: join(here, "main.css") },
    outdir: out,
    bundle: true,
    minify: true,
    legalComments: "none",
    external: ["*.woff2", "*.svg"],
    target: ["chrome109", "firefox115", "safari16"],
    plugins: [kern],
  });
  await esbuild.build({
    entryPoints: {
      lernnetz: join(here, "main.js"), writing: join(here, "writing.js"), drafting: join(here, "drafting/editor.js"),
    },
    outdir: out,
    bundle: true,
    minify: true,
    target: ["chrome109", "firefox115", "safari16"],
  });
}

/** One file with a <symbol> for each icon of the list, drawn in the colour of the text around it. */
function buildSprite() {
  const symbols = ICONS.map((name) => {
    const svg = readFileSync(installed(`lucide-static/icons/${name}.svg`), "utf8");
    const shapes = svg.replace(/<!--.*?-->/gs, "").replace(/^[\s\S]*?<svg[^>]*>/, "").replace("</svg>", "");
    const drawn = 'fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"';
    return `<symbol id="${name}" viewBox="0 0 24 24" ${drawn}>${shapes.replace(/\s*\n\s*/g, "")}</symbol>`;
  });
  writeFileSync(join(out, "icons.svg"), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`);
}

function copyFontsAndDrawings() {
  mkdirSync(join(out, "fonts"), { recursive: true });
  for (const weight of [400, 600]) {
    const file = `fira-sans-latin-${weight}-normal.woff2`;
    cpSync(installed(`@fontsource/fira-sans/files/${file}`), join(out, "fonts", file));
  }
  for (const file of ["logo.svg", "favicon.svg"]) cpSync(join(here, file), join(out, file));
}

function writeLicences() {
  const parts = [
    ["KERN UX (@kern-ux/native), unchanged, EUPL-1.2", "@kern-ux/native/LICENSE.md"],
    ["Fira Sans, SIL Open Font License 1.1", "@fontsource/fira-sans/LICENSE"],
    ["Lucide, ISC and MIT", "lucide-static/LICENSE"],
    ["ProseMirror, MIT", "prosemirror-view/LICENSE"],
    ["markdown-it, MIT", "markdown-it/LICENSE"],
    ["Yjs, MIT", "yjs/LICENSE"],
    ["y-prosemirror, MIT", "y-prosemirror/LICENSE"],
    ["y-protocols, MIT", "y-protocols/LICENSE"],
    ["y-websocket, MIT", "y-websocket/LICENSE"],
    ["lib0, MIT", "lib0/LICENSE"],
  ];
  const text = parts.map(([title, file]) => `${title}\n${"=".repeat(title.length)}\n\n${readFileSync(installed(file), "utf8").trim()}\n`);
  writeFileSync(join(out, "LICENSES.txt"), `Style sheet, scripts, fonts and icons in this folder contain the following works.\n\n\n${text.join("\n\n")}`);
}

mkdirSync(out, { recursive: true });
await buildStylesAndScript();
buildSprite();
copyFontsAndDrawings();
writeLicences();
