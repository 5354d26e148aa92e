"""Small real files, made by the libraries that make such files elsewhere; and files that mean harm."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable

import docx as python_docx
import odfdo
import openpyxl
import pptx
from pptx.util import Cm
from pypdf import PdfReader, PdfWriter

MEGABYTE = 1024 * 1024


def pdf(*pages: str) -> bytes:
    """A PDF written by hand, one line on each page."""
    return _pdf([f"BT /F1 12 Tf 50 700 Td ({line}) Tj ET".encode("cp1252") for line in pages])


def docx(*paragraphs: str) -> bytes:
    document = python_docx.Document()
    document.add_heading(paragraphs[0])
    for line in paragraphs[1:]:
        document.add_paragraph(line)
    table = document.add_table(rows=1, cols=1)
    table.cell(0, 0).text = "Zelle der Tabelle"
    return saved(document.save)


def odt(*paragraphs: str) -> bytes:
    document = odfdo.Document("text")
    document.body.clear()
    document.body.append(odfdo.Header(1, paragraphs[0]))
    for line in paragraphs[1:]:
        document.body.append(odfdo.Paragraph(line))
    table = odfdo.Table("Tabelle", width=1, height=1)
    table.set_value("A1", "Zelle der Tabelle")
    document.body.append(table)
    return saved(document.save)


def xlsx(*rows: str) -> bytes:
    """With a second sheet that is hidden."""
    book = openpyxl.Workbook()
    for number, words in enumerate(rows):
        book.active.append([words, number])
    hidden = book.create_sheet("Nebenrechnung")
    hidden.append(["verborgen"])
    hidden.sheet_state = "hidden"
    return saved(book.save)


def pptx_file(*slides: str) -> bytes:
    """With a table and notes of the speaker on each slide, and one more slide that is not shown."""
    deck = pptx.Presentation()
    for words in (*slides, "verborgen"):
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = words
        slide.notes_slide.notes_text_frame.text = "verborgen"
        table = slide.shapes.add_table(1, 1, Cm(1), Cm(5), Cm(5), Cm(1)).table
        table.cell(0, 0).text = "Zelle der Tabelle"
    deck.slides[len(slides)]._element.set("show", "0")
    return saved(deck.save)


def protected_pdf(password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf("Geheim"))))
    writer.encrypt(user_password=password, owner_password="Besitz", algorithm="AES-256")
    return saved(writer.write)


def slow_pdf() -> bytes:
    """Some kilobytes that keep a reader busy for minutes, without any page being too much."""
    return _pdf([b"BT /F1 12 Tf " + b"(Wort) Tj 0 -1 Td " * 100_000 + b"ET"] * 40)


def swelling_pdf() -> bytes:
    """One page of some kilobytes that unpack to 80 MB."""
    return _pdf([b" " * (80 * MEGABYTE)])


def zip_bomb() -> bytes:
    """Some hundred kilobytes that unpack to 300 MB."""
    return _with_part("word/document.xml", b"\0" * MEGABYTE, 300)


def deep_document() -> bytes:
    """Not too much to unpack, but more than fits into memory once it is read."""
    return _with_part("word/document.xml", b"<w:p/>" * (MEGABYTE // 6), 40, beginning=b'<w:d xmlns:w="urn:w">')


def swelling_document() -> bytes:
    """Entities that stand for each other, a billion in the end."""
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    text = f'<!DOCTYPE d [<!ENTITY e0 "Hohn">{entities}]><d>&e9;</d>'
    return _with_part("word/document.xml", text.encode(), 1)


def saved(save: Callable[[io.BytesIO], object]) -> bytes:
    content = io.BytesIO()
    save(content)
    return content.getvalue()


def _with_part(name: str, piece: bytes, times: int, *, beginning: bytes = b"") -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        with package.open(name, "w") as part:
            part.write(beginning)
            for _time in range(times):
                part.write(piece)
    return content.getvalue()


def _pdf(pages: list[bytes]) -> bytes:
    count = len(pages)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, drawn in enumerate(pages):
        packed = zlib.compress(drawn)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            + f"/Contents {5 + 2 * number} 0 R >>".encode()
        )
        objects.append(f"<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n".encode() + packed + b"\nendstream")
    return _numbered(objects)


def _numbered(objects: list[bytes]) -> bytes:
    content, places = b"%PDF-1.4\n", []
    for number, what in enumerate(objects, start=1):
        places.append(len(content))
        content += f"{number} 0 obj\n".encode() + what + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
    return content + f"{end}<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(content)}\n%%EOF\n".encode()
