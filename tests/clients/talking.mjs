// Reads the address of a forum from standard input, talks to it by the compiled client, and prints what came of it.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

const forumAddress = JSON.parse(readFileSync(0, "utf8"));
// beside the sources, where its own packages are found
const built = mkdtempSync(join("clients", "typescript", "dist-"));
try {
  const compiler = join("node_modules", "typescript", "bin", "tsc");
  execFileSync(process.execPath, [compiler, "-p", "clients/typescript", "--outDir", built, "--noCheck"]);
  const client = await import(join(process.cwd(), built, "index.js"));
  console.log(JSON.stringify(await talk(client)));
} finally {
  rmSync(built, { recursive: true });
}

async function talk({ createForum, ForumProblem, rememberAnswers }) {
  const forum = createForum(`${forumAddress}/`);
  const walked = [];
  for await (const entry of forum.all("/api/v1/entries/", { params: { query: { limit: 3 } } })) walked.push(entry.id);

  const refusal = (asked) =>
    asked.then(
      () => null,
      (error) => error,
    );
  const problem = await refusal(forum.read("/api/v1/entries/", { params: { query: { kind: "nonsense" } } }));
  if (!(problem instanceof ForumProblem)) throw problem;
  const refused = await refusal(createForum(forumAddress, { token: () => "none" }).read("/api/v1/me/"));
  const unreachable = await refusal(createForum("http://127.0.0.1:9").read("/api/v1/me/"));

  const statuses = [];
  const noting = async (request) => {
    const response = await fetch(request);
    statuses.push(response.status);
    return response;
  };
  const careful = createForum(forumAddress, { fetch: rememberAnswers(new Map(), noting) });
  const first = await careful.read("/api/v1/topics/");
  const second = await careful.read("/api/v1/topics/");
  return {
    walked,
    problem: { status: problem.status, errors: problem.errors },
    refused: refused.status,
    unreachable: unreachable.name,
    statuses,
    remembered: JSON.stringify(first) === JSON.stringify(second),
  };
}
