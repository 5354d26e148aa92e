// Writes src/api.ts from the forum's OpenAPI document. An argument names another file to write to, so that a test can
// compare the two.
import { readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const here = new URL(".", import.meta.url);
const document = JSON.parse(readFileSync(new URL("../../tests/contracts/openapi.json", here), "utf8"));
const types = astToString(await openapiTS(document, { alphabetize: true, rootTypes: true, rootTypesNoSchemaPrefix: true }));

writeFileSync(
  process.argv[2] ?? new URL("src/api.ts", here),
  `// Generated from tests/contracts/openapi.json by \`npm run generate\`. Changes made here are lost.\n\n${types}`,
);
