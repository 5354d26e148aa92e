"""The readers, one for each format: bytes in, pieces of text out, in the order of reading.

They give what somebody sees who opens the file: no hidden sheets, comments, speaker's notes or earlier wordings.
Imports stand inside, because a process reads one file and needs one library.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from itertools import islice

from cms.extracting.limits import MOST_CELLS, MOST_PAGES
from cms.extracting.outcome import CutShort, Failure, Unreadable

Reader = Callable[[bytes], Iterator[str]]


def pdf(content: bytes) -> Iterator[str]:
    """Page by page. A PDF that only keeps others from changing it opens with an empty password."""
    from pypdf import PdfReader
    from pypdf.errors import LimitReachedError

    document = PdfReader(io.BytesIO(content))
    if document.is_encrypted and not document.decrypt(""):
        raise Unreadable(Failure.PROTECTED)
    for page in islice(document.pages, MOST_PAGES):
        try:
            yield page.extract_text()
        except LimitReachedError as error:  # pypdf's own guard against streams that swell
            raise Unreadable(Failure.TOO_MUCH) from error
    if len(document.pages) > MOST_PAGES:
        raise CutShort


def docx(content: bytes) -> Iterator[str]:
    import mammoth

    yield mammoth.extract_raw_text(io.BytesIO(content)).value


def odt(content: bytes) -> Iterator[str]:
    """Headings and paragraphs, those in tables and lists included."""
    from odfdo import Document

    body = Document(io.BytesIO(content)).body
    for part in body.get_elements("//text:p|//text:h"):
        yield part.inner_text


def xlsx(content: bytes) -> Iterator[str]:
    """Row by row, with results in the place of formulas."""
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    left = MOST_CELLS
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        yield sheet.title
        for row in sheet.iter_rows(values_only=True):
            left -= max(len(row), 1)
            if left < 0:
                raise CutShort
            if words := [str(value) for value in row if value is not None]:
                yield " ".join(words)


def pptx(content: bytes) -> Iterator[str]:
    """Slide by slide, without those that are not shown."""
    from pptx import Presentation

    slides = Presentation(io.BytesIO(content)).slides
    for slide in islice(slides, MOST_PAGES):
        if slide._element.get("show") != "0":
            yield from _texts_of(slide.shapes)
    if len(slides) > MOST_PAGES:
        raise CutShort


def plain(content: bytes) -> Iterator[str]:
    """Text as programs of today write it, or those of the turn of the century."""
    try:
        yield content.decode("utf-8-sig")
    except UnicodeDecodeError:
        yield content.decode("cp1252", "ignore")


READERS: dict[str, Reader] = {"pdf": pdf, "docx": docx, "odt": odt, "xlsx": xlsx, "pptx": pptx, "plain": plain}


def _texts_of(shapes: object) -> Iterator[str]:
    """Texts, tables and groups of shapes, as deep as they lie in each other."""
    for shape in shapes:  # type: ignore[attr-defined]  # python-pptx says nothing about its types
        if shape.has_text_frame:
            yield shape.text_frame.text
        elif getattr(shape, "has_table", False) and shape.has_table:
            for row in shape.table.rows:
                yield " ".join(cell.text for cell in row.cells)
        elif hasattr(shape, "shapes"):
            yield from _texts_of(shape.shapes)
