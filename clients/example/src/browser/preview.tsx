import { ForumProblem } from "lernnetz-client";
import type { ComponentChild } from "preact";
import { Article } from "../parts/article.js";
import { Notice } from "../parts/notice.js";
import { forum } from "./forum.js";

/** The version behind a link of the forum: `/vorschau/<token>`, or `/vorschau/#<token>` where no server leads here. */
export async function live(show: (content: ComponentChild) => void): Promise<void> {
  addEventListener("hashchange", () => location.reload());
  const token = location.hash.slice(1) || (location.pathname.split("/")[2] ?? "");
  try {
    const entry = await forum.read("/api/v1/preview/{token}/", { params: { path: { token: token || "-" } } });
    document.title = `Vorschau: ${entry.title} · ${document.title.split(" · ").at(-1)}`;
    show(
      <>
        <Notice title="Vorschau">
          So steht dieser Beitrag im Entwurf. Der Link gilt eine Stunde und ist nur für die, denen er gegeben wurde.
        </Notice>
        <Article entry={entry} forum={forum.address} />
      </>,
    );
  } catch (problem) {
    if (!(problem instanceof ForumProblem) || problem.status !== 404) throw problem;
    show(
      <>
        <h1>Vorschau</h1>
        <Notice title="Dieser Link öffnet nichts mehr.">
          Eine Vorschau gilt eine Stunde. Wer Ihnen den Link gegeben hat, macht im Forum einen neuen. Veröffentlichtes
          steht unter <a href="/">allen Beiträgen</a>.
        </Notice>
      </>,
    );
  }
}
