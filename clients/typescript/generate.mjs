// Writes src/api.ts from the forum's OpenAPI document; SCHEMA names the address of another one, such as that of a forum
// with plugins of its own. An argument names another file to write to, so that a test can compare the two.
import { writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const here = new URL(".", import.meta.url);
const address = process.env.SCHEMA;
const snapshot = new URL("../../tests/contracts/openapi.json", here);
const types = astToString(
  await openapiTS(address ? new URL(address) : snapshot, { alphabetize: true, rootTypes: true, rootTypesNoSchemaPrefix: true }),
);

const head = `// Generated from ${address ?? "tests/contracts/openapi.json"} by \`npm run generate\`. Changes made here are lost.`;

writeFileSync(process.argv[2] ?? new URL("src/api.ts", here), `${head}\n\n${types}`);
