"""What stands inside of a paragraph of Word and python-docx has no word for: links, fields, numbers of footnotes."""

from __future__ import annotations

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run


def add_link(paragraph: Paragraph, runs: list[Run], href: str) -> None:
    """Makes runs at the end of the paragraph a link."""
    relation = paragraph.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    runs[0]._r.addprevious(link)
    for run in runs:
        link.append(run._r)


def add_field(paragraph: Paragraph, name: str) -> None:
    """Something that Word works out, such as the number of the page."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run = paragraph.add_run("1")
    run._r.addprevious(field)
    field.append(run._r)


def add_reference(run: Run, number: int) -> None:
    """The number of a footnote."""
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), str(number))
    run._r.append(reference)
