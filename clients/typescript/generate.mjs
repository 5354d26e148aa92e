// Writes src/api.ts from the forum's OpenAPI document; SCHEMA names the address of another one, such as that of a forum
// with plugins of its own. An argument names another file to write to, so that a test can compare the two.
import { readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const here = new URL(".", import.meta.url);
const address = process.env.SCHEMA;
const snapshot = new URL("../../tests/contracts/openapi.json", here);
const document = address ? await (await fetch(address)).json() : JSON.parse(readFileSync(snapshot, "utf8"));
const types = astToString(await openapiTS(document, { alphabetize: true, rootTypes: true, rootTypesNoSchemaPrefix: true }));

writeFileSync(
  process.argv[2] ?? new URL("src/api.ts", here),
  `// Generated from ${address ?? "tests/contracts/openapi.json"} by \`npm run generate\`. Changes made here are lost.\n\n${types}`,
);
