// Reads HTML texts from standard input and prints what the example makes of each, as JSON.
import { readFileSync } from "node:fs";
import * as esbuild from "esbuild";

const built = await esbuild.build({
  stdin: {
    contents: `
      import { h } from "preact";
      import { renderToString } from "preact-render-to-string";
      import { RichText } from "./clients/example/src/parts/rich-text.tsx";
      export const shown = (html) => renderToString(h(RichText, { html, forum: "https://forum.example" }));
    `,
    resolveDir: process.cwd(),
  },
  bundle: true,
  format: "esm",
  platform: "node",
  jsx: "automatic",
  jsxImportSource: "preact",
  write: false,
});
const { shown } = await import(
  `data:text/javascript;base64,${Buffer.from(built.outputFiles[0].text).toString("base64")}`
);
console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(shown)));
