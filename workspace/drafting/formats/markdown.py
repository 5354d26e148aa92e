"""Texts as Markdown (CommonMark with GitHub's tables, footnotes and boxes), and Markdown as texts."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from bs4 import BeautifulSoup

from cms.importing import markdown_texts
from workspace.drafting.formats.grid import header_rows, places, width
from workspace.drafting.formats.markdown_lines import Lines
from workspace.drafting.formats.pictures import KeepPicture
from workspace.drafting.formats.shapes import Node, checked, without_remarks
from workspace.drafting.formats.web import text_of

BOXES = {"note": "NOTE", "important": "IMPORTANT", "example": "TIP"}
"""Our boxes in GitHub's words."""
KINDS_OF_BOXES = {
    "NOTE": "note",
    "TIP": "example",
    "IMPORTANT": "important",
    "WARNING": "important",
    "CAUTION": "important",
}


def markdown_of(document: Any, stamp: str, *, title: str = "", address: str = "") -> str:
    """The text with its stamp, and its title if there is one, in the lines at the head of the file."""
    writer = _Writer(Lines(address))
    blocks = writer.blocks(without_remarks(checked(document))["content"])
    notes = [f"[^{number}]: {text}" for number, text in enumerate(writer.lines.footnotes, start=1)]
    named = (("title", title), ("vermerk", stamp))
    head = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in named if value]
    parts = [["---", *head, "---"] if head else [], blocks, *([note] for note in notes)]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _keep_none(content: bytes, name: str, alt: str) -> None:
    return None


def document_of_markdown(text: str, keep_picture: KeepPicture = _keep_none) -> tuple[Node, list[str]]:
    """Raises NotReadable. Most pictures of Markdown lie elsewhere; each that was left out is named."""
    document = markdown_texts.read("", text.encode("utf-8", "replace"))
    document.markup = _with_boxes(document.markup)
    return text_of(document, keep_picture)


def _with_boxes(markup: str) -> str:
    """Quotations that begin with a word like `[!NOTE]` are boxes; tables without words in their head have none."""
    soup = BeautifulSoup(markup, "html.parser")
    for quote in soup.find_all("blockquote"):
        first = quote.find(True, recursive=False)
        words = first.get_text() if first is not None and first.name == "p" else ""
        line = words.split("\n", 1)[0].strip()
        kind = KINDS_OF_BOXES.get(line[2:-1].upper()) if line.startswith("[!") and line.endswith("]") else None
        start = first.find(string=True) if kind and first is not None else None
        if kind is None or start is None or not start.startswith("[!"):
            continue
        start.replace_with(start.partition("]")[2].lstrip())
        quote.name = "aside"
        quote["class"] = f"callout--{kind}"
    for head in soup.find_all("thead"):
        if not head.get_text(strip=True):
            head.decompose()
    return str(soup)


class _Writer:
    """Writes blocks as lines without their indentation; who holds them puts it before."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines

    def blocks(self, nodes: list[Node]) -> list[str]:
        """Lists that follow each other have different signs, otherwise they would be one."""
        found: list[str] = []
        previous, alternate = "", False
        for node in nodes:
            alternate = node["type"] == previous and not alternate
            previous = node["type"]
            written = self._block(node, alternate)
            if written:
                found += ["", *written] if found else written
        return found

    def _block(self, node: Node, alternate: bool) -> list[str]:
        match node["type"]:
            case "paragraph":
                return self.lines.of_paragraph(node)
            case "heading":
                words = self.lines.in_one_line(node)
                return [f"{'#' * (node['attrs']['level'] + 1)} {words}".rstrip()]
            case "bullet_list":
                signs = ["*" if alternate else "-"] * len(node["content"])
                return self._items(node["content"], signs)
            case "ordered_list":
                first, end = node["attrs"]["order"], ")" if alternate else "."
                return self._items(node["content"], [f"{first + at}{end}" for at in range(len(node["content"]))])
            case "blockquote":
                return _behind("> ", self.blocks(node["content"]))
            case "callout":
                inside = self.blocks(node["content"])
                return _behind("> ", [f"[!{BOXES[node['attrs']['kind']]}]", "", *inside])
            case "table":
                return self._table(node)
        return self.lines.of_picture(node["attrs"])

    def _items(self, items: list[Node], signs: list[str]) -> list[str]:
        written = [self.blocks(item["content"]) or [""] for item in items]
        is_loose = any("" in lines[:-1] for lines in written)
        found: list[str] = []
        for sign, lines in zip(signs, written, strict=True):
            if found and is_loose:
                found.append("")
            found += _behind(" " * (len(sign) + 1), lines, first=f"{sign} ")
        return found

    def _table(self, table: Node) -> list[str]:
        """Markdown has one row of headers and no spans: words stand where a cell begins, and the head may be empty."""
        columns = width(table)
        rows = [[""] * columns for _row in table["content"]]
        for place in places(table):
            rows[place.row][place.column] = self.lines.in_a_cell(place.cell["content"])
        if not header_rows(table):
            rows.insert(0, [""] * columns)
        return [_row(rows[0]), _row(["---"] * columns), *(_row(row) for row in rows[1:])]


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _behind(indent: str, lines: list[str], first: str = "") -> list[str]:
    """The lines behind an indentation; the first one perhaps behind a sign of its own."""
    starts = [first or indent, *[indent] * (len(lines) - 1)] if lines else []
    behind = [f"{start}{line}" for start, line in zip(starts, lines, strict=True)]
    return [line if words else line.rstrip() for line, words in zip(behind, lines, strict=True)]
