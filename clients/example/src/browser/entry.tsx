import type { ComponentChild } from "preact";
import { Article } from "../parts/article.js";
import { Notice } from "../parts/notice.js";
import { forum } from "./forum.js";
import { Picture } from "./picture.js";

/** An entry in the fullest layer that this reader may read: the same request for all, with a token or without. */
export async function live(show: (content: ComponentChild) => void): Promise<void> {
  const written = document.documentElement.dataset.entry;
  const number = Number(written ?? new URLSearchParams(location.search).get("nr"));
  if (!Number.isSafeInteger(number) || number < 1) {
    show(
      <Notice title="Diese Adresse nennt keinen Beitrag.">
        <a href="/">Alle Beiträge</a>
      </Notice>,
    );
    return;
  }
  const asked = { params: { path: { entry_id: number } } };
  try {
    const entry = await forum.read("/api/v1/entries/{entry_id}/", asked);
    document.title = `${entry.title} · ${document.title.split(" · ").at(-1)}`;
    if (entry.layer === "members") document.querySelector("[data-more]")?.remove();
    show(<Article entry={entry} forum={forum.address} picture={Picture} />);
  } catch (problem) {
    if (!written) throw problem; // otherwise the public text stays
  }
}
