"""Texts as Word files, and Word files as texts."""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Cm

from cms.importing.documents import read_document
from workspace.drafting.formats import wording
from workspace.drafting.formats.attributes import words
from workspace.drafting.formats.pictures import KeepPicture, Pictures
from workspace.drafting.formats.shapes import Node, checked, without_remarks
from workspace.drafting.formats.web import text_of
from workspace.drafting.formats.word_notes import add_footnotes
from workspace.drafting.formats.word_runs import add_field
from workspace.drafting.formats.word_styles import Styles
from workspace.drafting.formats.word_writing import Writer

LANGUAGE = "de-DE"
MARGIN = Cm(2.5)


def word_of(document: Any, *, title: str, stamp: str, pictures: Pictures, address: str = "") -> bytes:
    """A file with the styles that Word itself offers; the stamp stands under the title and above every page.

    Cross references are links where an address of the forum is given, and titles otherwise.
    """
    title, stamp = words(title), words(stamp)
    file = Document()
    styles = Styles(file)
    _describe(file, title)
    _lay_out(file, stamp)
    file.add_paragraph(title, "Title")
    if stamp:
        file.add_paragraph(stamp, styles["Draft Stamp"])
    writer = Writer(file, styles, pictures, address)
    writer.write(without_remarks(checked(document))["content"])
    add_footnotes(file, writer.footnotes)
    content = io.BytesIO()
    file.save(content)
    return content.getvalue()


def document_of_word(content: bytes, keep_picture: KeepPicture) -> tuple[Node, list[str]]:
    """Raises NotReadable for what is no Word file, or one that would do harm."""
    return text_of(read_document("a.docx", content), keep_picture)


def _describe(file: WordDocument, title: str) -> None:
    properties = file.core_properties
    properties.title, properties.language = title[:255], LANGUAGE
    properties.author = properties.comments = properties.keywords = ""
    language = file.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    language.set(qn("w:val"), LANGUAGE)


def _lay_out(file: WordDocument, stamp: str) -> None:
    """A4 with the stamp above each page and its number below."""
    (section,) = file.sections
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    section.header.paragraphs[0].text = stamp
    below = section.footer.paragraphs[0]
    before, between, after = wording.pages("\n", "\n").split("\n")
    below.add_run(before)
    add_field(below, "PAGE")
    below.add_run(between)
    add_field(below, "NUMPAGES")
    below.add_run(after)
