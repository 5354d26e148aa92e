"""Word documents as people write them, with what python-docx does not know put in by hand."""

from __future__ import annotations

import io
import zipfile

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from PIL import Image

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def drawn(kind: str = "PNG", size: tuple[int, int] = (640, 400), **how) -> bytes:
    """The bytes of a picture with some colours."""
    picture = Image.new("RGB", size, (214, 232, 216))
    picture.paste((31, 77, 51), (size[0] // 8, size[1] // 2, size[0] // 4, size[1]))
    picture.paste((180, 90, 40), (size[0] // 3, size[1] // 4, size[0] // 2, size[1]))
    out = io.BytesIO()
    picture.save(out, kind, **how)
    return out.getvalue()


class WordFile:
    """A document on its way; `content` is the finished file."""

    def __init__(self, title: str = "") -> None:
        self.document = docx.Document()
        self.document.core_properties.title = ""
        self.notes: list[str] = []
        if title:
            self.document.add_heading(title, 0)

    def heading(self, text: str, level: int = 1) -> WordFile:
        self.document.add_heading(text, level)
        return self

    def text(self, text: str, style: str | None = None, *, bold: str = "", note: str = "", link: str = "") -> WordFile:
        """A paragraph; `bold`, a footnote and a link (`address words`) stand at its end."""
        paragraph = self.document.add_paragraph(text, style=style)
        if bold:
            paragraph.add_run(bold).bold = True
        if link:
            self._link(paragraph, *link.split(" ", 1))
        if note:
            self._note(paragraph, note)
        return self

    def table(self, *rows: list[str], bold_head: bool = True) -> WordFile:
        table = self.document.add_table(len(rows), len(rows[0]), style="Table Grid")
        for number, row in enumerate(rows):
            for cell, words in zip(table.rows[number].cells, row, strict=True):
                cell.paragraphs[0].add_run(words).bold = bold_head and number == 0
        return self

    def picture(self, content: bytes | None = None, *, alt: str = "", caption: str = "") -> WordFile:
        shape = self.document.add_picture(io.BytesIO(content or drawn()), width=Cm(12))
        shape._inline.docPr.set("descr", alt)
        if caption:
            self.document.add_paragraph(caption, style="Caption")
        return self

    def xml(self, markup: str) -> WordFile:
        """A run of this WordprocessingML in a paragraph of its own."""
        from docx.oxml import parse_xml

        spaces = (
            f'xmlns:w="{WORD}" xmlns:o="urn:schemas-microsoft-com:office:office" '
            'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
            'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
            'xmlns:v="urn:schemas-microsoft-com:vml"'
        )
        self.document.add_paragraph("")._p.append(parse_xml(f"<w:r {spaces}>{markup}</w:r>"))
        return self

    @property
    def content(self) -> bytes:
        out = io.BytesIO()
        self.document.save(out)
        return _with_notes(out.getvalue(), self.notes) if self.notes else out.getvalue()

    def _link(self, paragraph, address: str, words: str) -> None:
        paragraph.add_run(" ")
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        run = paragraph.add_run(words)
        link.append(run._r)
        paragraph._p.append(link)

    def _note(self, paragraph, words: str) -> None:
        self.notes.append(words)
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(len(self.notes)))
        paragraph.add_run()._r.append(reference)


def changed(content: bytes, **parts: bytes) -> bytes:
    """The same package with some parts written anew; `word__document` names `word/document.xml`."""
    wanted = {f"{name.replace('__', '/')}.xml": part for name, part in parts.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            if name not in wanted:
                after.writestr(name, before.read(name))
        for name, part in wanted.items():
            after.writestr(name, part)
    return out.getvalue()


def _with_notes(content: bytes, notes: list[str]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        types = package.read("[Content_Types].xml").decode()
        relations = package.read("word/_rels/document.xml.rels").decode()
    body = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {words}</w:t>'
        "</w:r></w:p></w:footnote>"
        for number, words in enumerate(notes, start=1)
    )
    out = io.BytesIO(changed(content, word__footnotes=f'<w:footnotes xmlns:w="{WORD}">{body}</w:footnotes>'.encode()))
    part = f'<Override PartName="/word/footnotes.xml" ContentType="{NOTES}"/></Types>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    relation = f'<Relationship Id="rIdNotes" Type="{kind}" Target="footnotes.xml"/></Relationships>'
    finished = io.BytesIO()
    with zipfile.ZipFile(out) as before, zipfile.ZipFile(finished, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            match name:
                case "[Content_Types].xml":
                    after.writestr(name, types.replace("</Types>", part))
                case "word/_rels/document.xml.rels":
                    after.writestr(name, relations.replace("</Relationships>", relation))
                case _:
                    after.writestr(name, before.read(name))
    return finished.getvalue()


def county_report() -> bytes:
    """What an integration officer sends: headings, lists, a table, a picture, footnotes, a link."""
    report = WordFile("Sprachkurse kommen ins Dorf: Erfahrungen aus dem Landkreis Auental")
    report.text("Stand: Oktober 2026")
    report.heading("Ausgangslage")
    report.text(
        "Zwei Drittel der Zugewanderten in Auental wohnen in Dörfern, in die an Werktagen zweimal ein Bus fährt. Ein "
        "Sprachkurs in der Kreisstadt ist für sie ohne Auto nicht zu erreichen.",
        note="Erhebung der Ausländerbehörde, Stand 30. Juni 2026.",
    )
    report.text("Der Landkreis hat deshalb den Weg umgekehrt: Die Lehrkraft fährt, die Teilnehmenden bleiben im Ort. ")
    report.heading("So sind wir vorgegangen")
    for step in ("Räume in Feuerwehrhäusern und Pfarrheimen finden", "Lehrkräfte gewinnen", "Fahrtkosten klären"):
        report.text(step, "List Number")
    report.text("Gebraucht werden:", bold=" vor allem")
    report.text("ein warmer Raum mit Tischen", "List Bullet")
    report.text("eine Person im Dorf mit Schlüssel", "List Bullet")
    report.heading("Kinderbetreuung", 2)
    report.text("Wo Mütter teilnehmen, ist eine Betreuung im Nebenraum die Bedingung und nicht die Zugabe.")
    report.heading("Ergebnisse")
    report.text("Tabelle 1: Kurse nach Gemeinde", "Caption")
    report.table(["Gemeinde", "Kurse", "Abschlüsse"], ["Oberau", "3", "31"], ["Moosdorf", "2", "17"])
    report.picture(alt="Zwölf Erwachsene sitzen im Feuerwehrhaus an Tischen", caption="Kurs in Oberau, März 2026")
    report.text(
        "Acht von zehn Teilnehmenden haben die Prüfung bestanden.",
        note="Ohne Wiederholungsprüfungen.",
        link="https://www.bamf.de/ Mehr zu den Kursen beim Bundesamt",
    )
    report.text("Der Kurs ist zu uns gekommen, sonst wäre ich nicht gekommen.", "Quote")
    report.heading("Empfehlungen")
    report.text("Klein anfangen, mit einem Dorf und einer Lehrkraft, die gern fährt.")
    return report.content
