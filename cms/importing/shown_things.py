"""Pictures and quotations of a document: blocks of their own, whose places in the text are marked until it is read."""

from __future__ import annotations

import re
from typing import Any

from bs4 import BeautifulSoup, Tag
from django.utils.translation import gettext as _

from cms.actions.bringing_in import NewPicture
from cms.importing.bodies import Block
from cms.importing.documents import Document, NotReadable
from cms.importing.pictures import picture_of

MOST_PICTURES = 100
LONGEST_CAPTION = 300
AROUND = ["ul", "ol", "dl", "table", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"]
"""A picture in one of these stands behind it: it would tear it apart."""
FILE_NAME = re.compile(r"[\w .()-]+\.(jpe?g|png|gif|webp|bmp|tiff?|emf|wmf)|(bild|grafik|picture|image) ?\d*", re.I)
_BY_PROGRAM = re.compile(r"automatisch generiert|automatically generated|KI-generiert|AI-generated", re.I)
_OF_A_TABLE = re.compile(r"tab", re.I)
_SAID_BY = re.compile(r"^\s*[—–]\s*")


class Ready:
    """Blocks that are finished before the text is; each leaves a mark with its number."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []

    def mark(self, soup: BeautifulSoup, kind: str, value: dict[str, Any]) -> Tag:
        self.blocks.append((kind, value))
        return soup.new_tag("img", alt=str(len(self.blocks) - 1))


def take_out_pictures(soup: BeautifulSoup, document: Document, ready: Ready) -> None:
    """Each picture becomes a block with its description and caption; one that cannot is named."""
    last: dict[int, Tag] = {}
    for number, element in enumerate(soup.find_all("img"), start=1):
        try:
            if number > MOST_PICTURES:
                raise NotReadable(_("there are more than %d") % MOST_PICTURES)
            file = picture_of(str(element.get("src") or ""), document)
        except NotReadable as error:
            document.remark(_("Picture %(number)d was left out: %(why)s.") % {"number": number, "why": error})
            element.decompose()
            continue
        alt, caption = _description(element, number, document), caption_of(element)
        title = (alt or caption or f"{document.stem} {number}")[:255]
        value = {"image": NewPicture(file, title), "alt": alt, "caption": caption}
        _place(element, ready.mark(soup, "picture", value), last)


def _description(element: Tag, number: int, document: Document) -> str:
    alt = " ".join(str(element.get("alt") or "").split())
    if not alt or FILE_NAME.fullmatch(alt):
        document.remark(
            _("Picture %d has no description. Please say what it shows, otherwise the entry cannot be published.")
            % number
        )
        return ""
    if _BY_PROGRAM.search(alt):
        document.remark(_("The description of picture %d was written by a program. Please check it.") % number)
    return alt[:LONGEST_CAPTION]


def caption_of(element: Tag) -> str:
    """What stands under the picture: in its figure, in a paragraph with Word's style for it, or as its title."""
    figure = element.find_parent("figure")
    below = figure.find("figcaption") if figure else None
    if below is None:
        block = element if element.parent is None or element.parent.name not in ("p", "a") else element.parent
        neighbour = block.find_next_sibling()
        below = neighbour if neighbour is not None and "caption" in (neighbour.get("class") or []) else None
    if below is not None and below.find("img") is not None:
        below = None
    words = " ".join(below.get_text().split()) if below else str(element.get("title") or "")
    if len(words) > LONGEST_CAPTION or (below is not None and _OF_A_TABLE.match(words)):
        return ""
    if below is not None:
        below.decompose()
    return words


def _place(element: Tag, mark: Tag, last: dict[int, Tag]) -> None:
    around = [parent for parent in element.parents if parent.name in AROUND]
    if not around:
        element.replace_with(mark)
        return
    element.decompose()
    last.get(id(around[-1]), around[-1]).insert_after(mark)
    last[id(around[-1])] = mark


def take_out_quotes(soup: BeautifulSoup, ready: Ready) -> None:
    """A quotation of plain paragraphs is a block; one with lists, links or headings stays a part of the text."""
    for quote in soup.find_all("blockquote"):
        if quote.find_parent("blockquote") or quote.find(["ul", "ol", "table", "img", "a", "h2", "h3", "blockquote"]):
            continue
        parts = [" ".join(part.get_text().split()) for part in quote.find_all("p") or [quote]]
        parts = [part for part in parts if part]
        said_by = ""
        if len(parts) > 1 and _SAID_BY.match(parts[-1]) and len(parts[-1]) <= 200:
            said_by = _SAID_BY.sub("", parts.pop())
        if parts:
            value = {"text": "\n\n".join(parts), "attribution": said_by}
            quote.replace_with(ready.mark(soup, "quote", value))
