"""A document's HTML as what an entry has: a title, blocks, and the words from which proposals are made."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import nh3
from bs4 import BeautifulSoup, Tag
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from cms.importing.bodies import LONGEST_HEADING, NOT_TEXT, READ, Block, blocks_from_html
from cms.importing.documents import Document, NotReadable
from cms.importing.footnotes import gather_footnotes
from cms.importing.links import mend_links
from cms.importing.shown_things import Ready, take_out_pictures, take_out_quotes
from cms.importing.table_shapes import mend_tables

LONGEST_TITLE = 255
KEPT = READ | {"img", "sup", "sub", "u", "s", "code"}
ATTRIBUTES = {
    "*": {"id", "class"},
    "a": {"href", "name"},
    "img": {"src", "alt", "title"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
RAISED = str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ")
LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")


@dataclass
class Shape:
    """A document, understood as far as it goes."""

    title: str
    blocks: list[Block]
    headings: list[str]
    paragraphs: list[str]
    """Of the running text, each with the heading it stands under as an empty string before it where one begins."""
    words: str
    remarks: list[str] = field(default_factory=list)


def shape_of(document: Document) -> Shape:
    """Title and blocks of a document. Raises NotReadable where it holds nothing to read."""
    try:
        return _shape(document)
    except RecursionError:
        raise NotReadable(_("The parts of this document are nested too deeply to be read.")) from None


def _shape(document: Document) -> Shape:
    soup = BeautifulSoup(_cleaned(document.markup), "html.parser")
    title = _take_title(soup, document)
    _level_headings(soup)
    ready = Ready()
    take_out_pictures(soup, document, ready)
    mend_tables(soup, document)
    gather_footnotes(soup)
    mend_links(soup, document)
    _mend_small_things(soup)
    shape = Shape(title, [], _texts(soup, "h2", "h3"), _paragraphs(soup), soup.get_text(" "), document.remarks)
    take_out_quotes(soup, ready)
    shape.blocks = blocks_from_html(str(soup), ready.blocks)
    if not shape.blocks:
        raise NotReadable(_("There is nothing to read in this file."))
    return shape


def _cleaned(markup: str) -> str:
    """Nothing that runs; addresses of pictures stay, because nobody but `pictures` reads them, and it fetches none."""
    schemes = {"http", "https", "mailto", "tel", "data"}
    return nh3.clean(
        markup, tags=KEPT, clean_content_tags=NOT_TEXT, attributes=ATTRIBUTES, url_schemes=schemes, link_rel=None
    )


def _take_title(soup: BeautifulSoup, document: Document) -> str:
    """What is marked as title, the only heading of the first level, what the file calls itself, the first heading, the
    name of the file. A title that stands in the text is taken out of it: the page shows it above."""
    firsts = [heading for heading in soup.find_all("h1") if _words(heading)]
    marked = next((heading for heading in firsts if "title" in _classes(heading)), None)
    said = marked or (firsts[0] if len(firsts) == 1 else None)
    if said is None and document.title:
        said = next((heading for heading in firsts[:1] if _words(heading) == document.title), None)
    if said is not None:
        title = _words(said)
        _lift_pictures(said)
        said.decompose()
    else:
        first = next((_words(heading) for heading in soup.find_all(HEADINGS) if _words(heading)), "")
        title = document.title or first or document.stem
    return Truncator(" ".join(title.split())).chars(LONGEST_TITLE)


def _lift_pictures(heading: Tag) -> None:
    for picture in reversed(heading.find_all("img")):
        heading.insert_after(picture.extract())


def _level_headings(soup: BeautifulSoup) -> None:
    """The highest level that the text uses is that of the body's headings; all below are subheadings."""
    found = [heading for heading in soup.find_all(HEADINGS) if _words(heading)]
    highest = min((heading.name for heading in found), default="h2")
    for heading in found:
        heading.name = "h2" if heading.name == highest and len(_words(heading)) <= LONGEST_HEADING else "h3"


def _mend_small_things(soup: BeautifulSoup) -> None:
    for mark in soup.find_all(["sup", "sub"]):
        text = mark.get_text()
        if mark.find(True) is None and text.strip("0123456789+-n") == "":
            mark.string = text.translate(RAISED if mark.name == "sup" else LOWERED)
        mark.unwrap()
    for paragraph in soup.select("li > p"):
        if paragraph.find_previous_sibling("p") is not None:
            paragraph.insert_before(soup.new_tag("br"))
    for paragraph in soup.select("li > p"):
        paragraph.unwrap()


def _texts(soup: BeautifulSoup, *names: str) -> list[str]:
    return [words for element in soup.find_all(names) if (words := _words(element))]


def _paragraphs(soup: BeautifulSoup) -> list[str]:
    """Paragraphs of the running text; an empty one stands wherever something else lies between two."""
    found: list[str] = []
    for element in soup.find_all(["p", "h2", "h3", "ul", "ol", "table", "blockquote"]):
        if element.name != "p":
            found.append("")
        elif element.find_parent(["li", "table", "blockquote"]) is None and "caption" not in _classes(element):
            found.append(_words(element))
    return found


def _words(element: Tag) -> str:
    return " ".join(element.get_text().split())


def _classes(element: Tag) -> list[str]:
    value: Any = element.get("class") or []
    return value if isinstance(value, list) else str(value).split()
