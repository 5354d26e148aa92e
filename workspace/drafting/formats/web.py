"""Texts from Word, LibreOffice, Markdown and web pages: HTML in, a checked text and sentences about the rest out."""

from __future__ import annotations

import nh3
from bs4 import BeautifulSoup, Tag
from django.utils.translation import gettext as _

from cms.importing import web_pages
from cms.importing.bodies import NOT_TEXT
from cms.importing.documents import Document, NotReadable
from cms.importing.footnotes import notes_of, replace_mark, take_out_links_back
from cms.importing.links import mend_links
from cms.importing.pictures import picture_of
from cms.importing.shaping import ATTRIBUTES, HEADINGS, KEPT
from cms.importing.shown_things import FILE_NAME, MOST_PICTURES, caption_of
from cms.importing.table_shapes import cells_of, mark_header, unframe
from workspace.drafting.formats.pictures import KeepPicture
from workspace.drafting.formats.reading import ENTRY, FOOTNOTE, PICTURE, callout_of, read_nodes
from workspace.drafting.formats.references import entry_in
from workspace.drafting.formats.shapes import Node, checked
from workspace.drafting.formats.tidying import tidied
from workspace.drafting.formats.word_pages import with_lists

SCHEMES = {"http", "https", "mailto", "tel", "data"}
OWN_WORDS = ".callout__title, .footnotes__title, .draft-stamp"
"""What we write around texts ourselves when they go out: it is no part of them when they come back."""


def document_of_html(html: str, keep_picture: KeepPicture) -> tuple[Node, list[str]]:
    """A page or a piece of one. Raises NotReadable with a sentence."""
    return text_of(web_pages.read("", html.encode("utf-8", "replace")), keep_picture)


def text_of(document: Document, keep_picture: KeepPicture) -> tuple[Node, list[str]]:
    """The text of a document that was read, and what of it was left out. Raises NotReadable."""
    try:
        soup = BeautifulSoup(_cleaned(with_lists(document.markup)), "html.parser")
        _mend(soup, document, keep_picture)
        text = checked(tidied(checked({"type": "doc", "content": read_nodes(soup, _highest(soup))})))
    except RecursionError:
        raise NotReadable(_("The parts of this document are nested too deeply to be read.")) from None
    return text, list(document.remarks)


def _cleaned(markup: str) -> str:
    """Nothing that runs; addresses of pictures stay, because only `picture_of` reads them, and it fetches none."""
    attributes = {**ATTRIBUTES, "ol": {"start"}}
    return nh3.clean(
        markup, tags=KEPT, clean_content_tags=NOT_TEXT, attributes=attributes, url_schemes=SCHEMES, link_rel=None
    )


def _mend(soup: BeautifulSoup, document: Document, keep_picture: KeepPicture) -> None:
    for own in soup.select(OWN_WORDS):
        own.decompose()
    for title in soup.select("h1.title"):
        if words := _words(title):
            document.remark(_("The title of the file was not taken into the text: “%s”.") % words)
        title.decompose()
    _keep_pictures(soup, document, keep_picture)
    _mend_tables(soup, document)
    _gather_notes(soup)
    _find_entries(soup)
    mend_links(soup, document)


def _highest(soup: BeautifulSoup) -> int:
    """Pages begin with headings of the second level below their title, documents with the first."""
    return 1 if any(_words(heading) for heading in soup.find_all(HEADINGS[0])) else 2


def _keep_pictures(soup: BeautifulSoup, document: Document, keep_picture: KeepPicture) -> None:
    for number, element in enumerate(soup.find_all("img"), start=1):
        try:
            if number > MOST_PICTURES:
                raise NotReadable(_("there are more than %d") % MOST_PICTURES)
            element.replace_with(_kept(soup, element, number, document, keep_picture))
        except NotReadable as error:
            document.remark(_("Picture %(number)d was left out: %(why)s.") % {"number": number, "why": error})
            element.decompose()


def _kept(soup: BeautifulSoup, element: Tag, number: int, document: Document, keep_picture: KeepPicture) -> Tag:
    file = picture_of(str(element.get("src") or ""), document)
    alt = " ".join(str(element.get("alt") or "").split())
    alt = "" if FILE_NAME.fullmatch(alt) else alt
    stored = keep_picture(file.read(), file.name or "", alt)
    if stored is None:
        raise NotReadable(_("it could not be stored"))
    if not alt:
        document.remark(_("Picture %d has no description. Please say what it shows.") % number)
    return soup.new_tag(PICTURE, file=str(stored), alt=alt, caption=caption_of(element))


def _mend_tables(soup: BeautifulSoup, document: Document) -> None:
    """A single cell is a box of ours, or a frame around text. A first row in bold is the header."""
    number = 0
    for table in soup.find_all("table"):
        rows = [row for row in table.find_all("tr") if row.find_parent("table") is table]
        if len(rows) == 1 and len(cells_of(rows[0])) == 1:
            kind = callout_of(table)
            frame = unframe(table, rows[0])
            frame.name = "aside" if kind else "div"
            frame.attrs.clear()
            frame["class"] = f"callout--{kind}" if kind else ""
            continue
        number += 1
        if table.caption is not None and table.caption.find_parent("table") is table:
            caption = table.caption.extract()
            caption.name = "p"
            table.insert_before(caption)
        if table.find("th") is not None or not table.get_text(strip=True):
            continue
        if mark_header(rows):
            for bold in rows[0].find_all(["b", "strong"]):
                bold.unwrap()
        else:
            document.remark(_("Table %d has no header row. Please check whether it needs one.") % number)


def _gather_notes(soup: BeautifulSoup) -> None:
    """Each number holds the words of its note; the list at the end goes."""
    for holder, marks in notes_of(soup):
        take_out_links_back(holder)
        words = _words(holder)
        for mark in marks:
            footnote = soup.new_tag(FOOTNOTE)
            footnote["text"] = words
            replace_mark(mark, footnote)
        around = [parent for parent in holder.parents if parent.name in ("ol", "ul", "section", "div")]
        holder.decompose()
        for parent in around:
            if not parent.decomposed and _is_only_a_heading(parent):
                parent.decompose()


def _is_only_a_heading(element: Tag) -> bool:
    if element.find([PICTURE, FOOTNOTE, "img"]) is not None:
        return False
    words = "".join(_words(heading) for heading in element.find_all(HEADINGS))
    is_list_of_notes = not words or "footnotes" in (element.get("class") or [])
    return is_list_of_notes and _words(element) == words


def _find_entries(soup: BeautifulSoup) -> None:
    for link in soup.find_all("a"):
        if number := entry_in(str(link.get("href") or "")):
            entry = soup.new_tag(ENTRY)
            entry["number"], entry["title"] = str(number), _words(link)
            link.replace_with(entry)


def _words(element: Tag) -> str:
    return " ".join(element.get_text().split())
