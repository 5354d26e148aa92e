// `npm start`: installs what is missing, waits for the forum, builds, serves, and builds anew when a source changes.
import { spawnSync } from "node:child_process";
import { existsSync, watch } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
const needed = ["lernnetz-client", "esbuild", "preact", "sirv"];

if (!needed.every((name) => existsSync(join(root, "node_modules", name)))) {
  console.log("Pakete werden geholt …");
  const fetched = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (fetched.status) process.exit(fetched.status);
}
const { build, FORUM, OUT } = await import("./build.mjs");
const { serve } = await import("./serve.mjs");

const answers = new Map();
let isBuilding = false;

async function rebuild() {
  if (isBuilding) return;
  isBuilding = true;
  try {
    console.log(`${await build(answers)} Dateien gebaut.`);
  } catch (error) {
    if (!existsSync(OUT)) throw error;
    console.error(`Nicht gebaut, die Seiten bleiben, wie sie waren: ${error.message}`);
  } finally {
    isBuilding = false;
  }
}

const answersThere = () =>
  fetch(`${FORUM}/api/v1/entries/?limit=1`).then(
    (response) => response.ok,
    () => false,
  );

if (!(await answersThere())) {
  console.log(`Unter ${FORUM} antwortet kein Forum.`);
  console.log("Starten Sie es in einem zweiten Fenster, im Ordner des Forums: python3 manage.py demo");
  console.log("Ein anderes nennen Sie so: FORUM=https://forum.example npm start");
  console.log("Sobald es antwortet, geht es hier weiter. Strg-C beendet das Warten.");
  while (!(await answersThere())) await pause(2000);
}

await rebuild();
try {
  const port = await serve({ folder: OUT, forum: FORUM, port: Number(process.env.PORT ?? 5173) });
  console.log(`\nhttp://127.0.0.1:${port}/ zeigt, was im Forum unter ${FORUM} steht. Strg-C beendet es.`);
} catch (error) {
  if (error.code !== "EADDRINUSE") throw error;
  console.error(`Auf Port ${error.port} antwortet schon ein anderes Programm. Ein anderer Port: PORT=5174 npm start`);
  console.error("Anmelden geht nur unter einer Adresse, die das Forum kennt.");
  process.exit(1);
}
let waiting;
watch(join(here, "src"), { recursive: true }, () => {
  clearTimeout(waiting);
  waiting = setTimeout(rebuild, 100);
});
