"""Writes the blocks of a text into a Word file."""

from __future__ import annotations

import io
from itertools import groupby
from typing import Any

from docx.blkcntnr import BlockItemContainer
from docx.document import Document as WordDocument
from docx.shared import Cm, Emu, Length
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from PIL import Image

from workspace.drafting.formats import wording
from workspace.drafting.formats.grid import header_rows, places, width
from workspace.drafting.formats.pictures import Pictures
from workspace.drafting.formats.references import link_to
from workspace.drafting.formats.shapes import Node
from workspace.drafting.formats.word_runs import add_link, add_reference
from workspace.drafting.formats.word_styles import CALLOUTS, DEEPEST_LEVEL, Styles, repeat_on_each_page

TEXT_WIDTH = Cm(16)
TALLEST = Cm(20)
PIXEL = 9525
"""In Word's units, at 96 pixels to the inch."""
KNOWN_PICTURES = {"PNG", "JPEG", "GIF"}
LISTS = {"bullet_list": "List Bullet", "ordered_list": "List Number"}


class Writer:
    """Goes through the text once; `container` is the page or the cell in which it is."""

    def __init__(self, file: WordDocument, styles: Styles, pictures: Pictures, address: str) -> None:
        self.styles = styles
        self.pictures = pictures
        self.address = address
        self.footnotes: list[str] = []
        self.container: BlockItemContainer = file._body
        self.unused: Paragraph | None = None
        """The empty paragraph with which Word begins every cell."""

    def write(self, nodes: list[Node], style: str | None = None, depth: int = 0) -> None:
        for node in nodes:
            self._block(node, style, depth)

    def _block(self, node: Node, style: str | None, depth: int) -> None:
        match node["type"]:
            case "paragraph":
                self._inlines(self._paragraph(style), node)
            case "heading":
                self._inlines(self._paragraph(f"Heading {node['attrs']['level']}"), node)
            case "bullet_list" | "ordered_list":
                self._list(node, depth)
            case "blockquote":
                self.write(node["content"], "Quote", depth)
            case "callout":
                self._callout(node)
            case "table":
                self._table(node)
            case _:
                self._picture(node["attrs"])

    def _paragraph(self, style: str | None) -> Paragraph:
        paragraph = self.unused or self.container.add_paragraph()
        self.unused = None
        if style:
            paragraph.style = self.styles[style]
        return paragraph

    def _list(self, node: Node, depth: int) -> None:
        level = min(depth, DEEPEST_LEVEL)
        number = self.styles.new_list(node["type"], level, node.get("attrs", {}).get("order", 1))
        beside = "List Continue" if depth == 0 else f"List Continue {min(depth + 1, 3)}"
        for item in node["content"]:
            first, *others = item["content"]
            paragraph = self._paragraph(LISTS[node["type"]])
            sign = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            sign.get_or_add_ilvl().val = level
            sign.get_or_add_numId().val = number
            self._inlines(paragraph, first)
            self.write(others, beside, depth + 1)

    def _callout(self, node: Node) -> None:
        kind = node["attrs"]["kind"]
        ((cell,),) = self._grid(1, 1, CALLOUTS[kind])
        outside, self.container, self.unused = self.container, cell, cell.paragraphs[0]
        self._paragraph("Callout Heading").add_run(wording.heading_of(kind))
        self.write(node["content"])
        self._leave(outside)

    def _table(self, table: Node) -> None:
        grid = self._grid(len(table["content"]), width(table), "Table Grid")
        for row in grid[: header_rows(table)]:
            repeat_on_each_page(row[0]._tc.getparent())
        outside = self.container
        for place in places(table):
            cell = grid[place.row][place.column]
            if place.wide > 1 or place.high > 1:
                cell = cell.merge(grid[place.row + place.high - 1][place.column + place.wide - 1])
            self.container, self.unused = cell, cell.paragraphs[0]
            self.write(place.cell["content"], "Table Heading" if place.is_header else None)
        self._leave(outside)

    def _grid(self, rows: int, columns: int, style: str) -> list[list[Any]]:
        self.unused = None
        across = TEXT_WIDTH if self.container._element.tag.endswith("body") else Cm(5)
        table = BlockItemContainer.add_table(self.container, rows, columns, across)
        table.style = self.styles[style]
        cells = table._cells
        return [cells[at * columns : (at + 1) * columns] for at in range(rows)]

    def _leave(self, outside: BlockItemContainer) -> None:
        """Behind a table stands a paragraph: two tables would become one, and a cell may not end with one."""
        self.container, self.unused = outside, None
        outside.add_paragraph()

    def _picture(self, attributes: dict[str, Any]) -> None:
        picture = self.pictures(attributes["file"])
        content = _content(picture.content) if picture else None
        if content:
            run = self._paragraph(None).add_run()
            shown = run.add_picture(io.BytesIO(content), width=_width(content))
            shown._inline.docPr.set("descr", attributes["alt"])
        elif attributes["alt"]:
            self._paragraph(None).add_run(attributes["alt"])
        if attributes["caption"]:
            self._paragraph("Caption").add_run(attributes["caption"])

    def _inlines(self, paragraph: Paragraph, block: Node) -> None:
        for href, group in groupby(block.get("content", []), self._href):
            runs = [self._inline(paragraph, node) for node in group]
            if href:
                for run in runs:
                    run.style = self.styles["Hyperlink"]
                add_link(paragraph, runs, href)

    def _href(self, node: Node) -> str:
        if node["type"] == "entry":
            return link_to(node["attrs"]["id"], self.address) if self.address else ""
        marks = node.get("marks", []) if node["type"] in ("text", "hard_break") else []
        return next((str(mark["attrs"]["href"]) for mark in marks if mark["type"] == "link"), "")

    def _inline(self, paragraph: Paragraph, node: Node) -> Run:
        run = paragraph.add_run()
        kinds = {mark["type"] for mark in node.get("marks", [])}
        run.bold, run.italic = "strong" in kinds or None, "em" in kinds or None
        match node["type"]:
            case "text":
                run.text = node["text"]
            case "hard_break":
                run.add_break()
            case "footnote":
                self.footnotes.append(node["attrs"]["text"])
                run.style = self.styles["footnote reference"]
                add_reference(run, len(self.footnotes))
            case _:
                run.text = node["attrs"]["title"]
        return run


def _content(content: bytes) -> bytes | None:
    """A picture that Word shows; None for one that nobody can read."""
    try:
        with Image.open(io.BytesIO(content)) as picture:
            if picture.format in KNOWN_PICTURES:
                picture.verify()
                return content
            out = io.BytesIO()
            picture.convert("RGBA" if picture.has_transparency_data else "RGB").save(out, "PNG")
            return out.getvalue()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _width(content: bytes) -> Length:
    """As wide as it is, at most as wide as the text and not taller than a page."""
    with Image.open(io.BytesIO(content)) as picture:
        wide, high = picture.size
    most = min(TEXT_WIDTH, int(TALLEST * wide / high))
    return Emu(min(wide * PIXEL, most))
