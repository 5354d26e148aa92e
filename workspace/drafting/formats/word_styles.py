"""The styles and the numbering of our Word files."""

from __future__ import annotations

from typing import Any

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

BULLETS = ("•", "◦", "▪")
DEEPEST_LEVEL = 8
_INDENT = 360
"""Twentieths of a point."""
CALLOUTS = {"note": "Callout Note", "important": "Callout Important", "example": "Callout Example"}
"""cms/importing/word.py knows these names and "Callout Heading", "Draft Stamp", when such a file comes back."""
GREEN = RGBColor(0x1F, 0x4D, 0x33)


class Styles:
    """Finds styles quickly; those that Word's default file lacks are added."""

    def __init__(self, file: WordDocument) -> None:
        self.file = file
        self.found: dict[str, Any] = {}
        _add(file)
        self.abstract = {kind: _add_numbering(file, kind == "bullet_list") for kind in ("bullet_list", "ordered_list")}

    def __getitem__(self, name: str) -> Any:
        if name not in self.found:
            self.found[name] = self.file.styles[name]
        return self.found[name]

    def new_list(self, kind: str, level: int, start: int) -> int:
        """The number of a list of its own; otherwise Word would go on counting where the last one ended."""
        number = self.file.part.numbering_part.element.add_num(self.abstract[kind])
        number.add_lvlOverride(ilvl=level).add_startOverride(start)
        return int(number.numId)


def _add(file: WordDocument) -> None:
    styles = file.styles
    stamp = styles.add_style("Draft Stamp", WD_STYLE_TYPE.PARAGRAPH)
    stamp.base_style, stamp.font.bold = styles["Normal"], True
    heading = styles.add_style("Callout Heading", WD_STYLE_TYPE.PARAGRAPH)
    heading.base_style, heading.font.bold, heading.font.color.rgb = styles["Normal"], True, GREEN
    heading.paragraph_format.keep_with_next = True
    header = styles.add_style("Table Heading", WD_STYLE_TYPE.PARAGRAPH)
    header.base_style, header.font.bold = styles["Normal"], True
    link = styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER, builtin=True)
    link.font.underline, link.font.color.rgb = True, GREEN
    note = styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    note.base_style, note.font.size = styles["Normal"], Pt(9)
    styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER, builtin=True).font.superscript = True
    for name in CALLOUTS.values():
        box = styles.add_style(name, WD_STYLE_TYPE.TABLE)
        box.base_style = styles["Table Grid"]


def _add_numbering(file: WordDocument, has_bullets: bool) -> int:
    """Nine levels of points or numbers; they have to stand before the lists that use them."""
    numbering = file.part.numbering_part.element
    known = [int(number) for number in numbering.xpath("./w:abstractNum/@w:abstractNumId")]
    number = max(known, default=-1) + 1
    levels = "".join(_level(level, has_bullets) for level in range(DEEPEST_LEVEL + 1))
    definition = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">'
        f'<w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>'
    )
    first = numbering.find(qn("w:num"))
    if first is None:
        numbering.append(definition)
    else:
        first.addprevious(definition)
    return number


def _level(level: int, has_bullets: bool) -> str:
    form, sign = ("bullet", BULLETS[level % len(BULLETS)]) if has_bullets else ("decimal", f"%{level + 1}.")
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{sign}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{(level + 1) * _INDENT}" w:hanging="{_INDENT}"/></w:pPr></w:lvl>'
    )


def repeat_on_each_page(row: Any) -> None:
    """A row of headers, for eyes and for screen readers."""
    row.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
