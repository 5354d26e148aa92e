"""Links of a document: to other servers they stay, inside of it they lead to headings, all others lead nowhere now."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag
from django.utils.translation import ngettext

from cms.blocks.rendering import heading_id
from cms.importing.documents import Document

SCHEMES = ("http://", "https://", "mailto:", "tel:")


def mend_links(soup: BeautifulSoup, document: Document) -> None:
    """Words of a link that leads nowhere stay as text."""
    headings = {" ".join(heading.get_text().split()): heading for heading in soup.find_all("h2")}
    ids = {heading_id(words) for words in headings}
    named = {name: words for words, heading in headings.items() for name in _names(heading)}
    lost = 0
    for link in soup.find_all("a"):
        href = str(link.get("href") or "").strip()
        if href.startswith("//"):
            href = f"https:{href}"
        if href[1:] in named:
            href = f"#{heading_id(named[href[1:]])}"
        if href.lower().startswith(SCHEMES) or (href.startswith("#") and href[1:] in ids):
            link["href"] = href
            continue
        lost += bool(href) and bool(link.get_text(strip=True)) and not href.startswith("#")
        link.unwrap()
    if lost:
        document.remark(
            ngettext(
                "%d link leads to another file and not to an address; its words stay as text.",
                "%d links lead to other files and not to addresses; their words stay as text.",
                lost,
            )
            % lost
        )


def _names(heading: Tag) -> set[str]:
    """Under which names links find a heading: its own, and those of anchors in it."""
    return {
        str(name)
        for element in (heading, *heading.find_all(True))
        for name in (element.get("id"), element.get("name"))
        if name
    }
