// Serves what was built on this machine, as any web server would.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import sirv from "sirv";

/** `forum` may show previews in a frame, nobody else anything. */
export function serve({ folder, forum, port }) {
  const headers = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": `frame-ancestors 'self' ${forum}`,
    "Cache-Control": "no-cache",
  };
  const files = sirv(folder, {
    dev: true,
    setHeaders: (response) => Object.entries(headers).forEach(([name, value]) => response.setHeader(name, value)),
    onNoMatch(request, response) {
      response.writeHead(404, { ...headers, "Content-Type": "text/html; charset=utf-8" });
      response.end(readFileSync(join(folder, "404.html")));
    },
  });
  const server = createServer((request, response) => {
    if (request.url.startsWith("/vorschau/")) request.url = "/vorschau/"; // the page reads the token from its address
    files(request, response);
  });
  return new Promise((served, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", () => served(server.address().port));
  });
}
