"""A text of a draft as lines of words: for each character who wrote it and how it is marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

Node = dict[str, Any]
BETWEEN_CELLS: Final = " | "
ATOM: Final = "\ufffc"


@dataclass
class Line:
    """A paragraph, heading, picture or row of a table. `kind` leads from the outside to what it is itself."""

    kind: tuple[str, ...]
    text: str = ""
    authors: list[int | None] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)

    def add(self, text: str, authors: list[int | None] | None = None, style: str = "") -> None:
        self.text += text
        self.authors += authors or [None] * len(text)
        self.styles += [style] * len(text)

    def go_on(self, sign: str) -> None:
        """What stands between words is of whoever wrote before it."""
        self.add(sign, self.authors[-1:] * len(sign))

    def take(self, other: Line) -> None:
        self.text += other.text
        self.authors += other.authors
        self.styles += other.styles


def lines_of(document: Node, authors: Sequence[Any] = ()) -> list[Line]:
    """`authors` are pairs of length (UTF-16) and user for each textblock, in order."""
    return list(_lines(document, (), iter(authors)))


def authors_in(block: Node, runs: Sequence[Any]) -> list[int | None]:
    """Who wrote each character of a textblock, an inline atom counted as one.

    Of atoms nobody is known; they are taken to be from whoever wrote before them.
    """
    texts = [node["text"] if node["type"] == "text" else ATOM for node in block.get("content", ())]
    found = _by_character(runs, "".join(texts))
    at = 0
    for text in texts:
        if text == ATOM and at and found[at] is None:
            found[at] = found[at - 1]
        at += len(text)
    return found


def _by_character(runs: Sequence[Any], text: str) -> list[int | None]:
    """From pairs of a length in UTF-16 and a user."""
    units = [who for size, who in runs for _unit in range(size)]
    wide = len(text.encode("utf-16-le", "surrogatepass")) // 2
    units += [None] * (wide - len(units))
    if wide == len(text):
        return units[:wide]
    found, at = [], 0
    for sign in text:
        found.append(units[at])
        at += 1 if ord(sign) < 0x10000 else 2
    return found


def words_of(inline: Node) -> str:
    """What an inline node says; a footnote stands in brackets where its number would."""
    attributes = inline.get("attrs", {})
    match inline["type"]:
        case "text":
            return str(inline["text"])
        case "hard_break":
            return "\n"
        case "footnote":
            return f" [{attributes['text']}]"
    return str(attributes["title"])


def _lines(node: Node, around: tuple[str, ...], authors: Iterator[Any]) -> Iterator[Line]:
    kind = node["type"]
    if kind in ("paragraph", "heading"):
        level = f" {node['attrs']['level']}" if kind == "heading" else ""
        line = Line((*around, f"{kind}{level}"))
        _write(line, node, next(authors, ()))
        yield line
    elif kind == "table_row":
        yield _row(node, around, authors)
    elif kind == "picture":
        attributes = node["attrs"]
        line = Line((*around, f"picture {attributes['file']}"))
        line.add(" – ".join(said for said in (attributes["alt"], attributes["caption"]) if said))
        yield line
    else:
        inner = around if kind in ("doc", "list_item") else (*around, _named(node))
        for child in node.get("content", ()):
            yield from _lines(child, inner, authors)


def _named(node: Node) -> str:
    return f"callout {node['attrs']['kind']}" if node["type"] == "callout" else str(node["type"])


def _row(node: Node, around: tuple[str, ...], authors: Iterator[Any]) -> Line:
    """The cells of a row behind each other; their kinds say which of them are headers."""
    cells = node.get("content", [])
    is_head = bool(cells) and all(cell["type"] == "table_header" for cell in cells)
    line = Line((*around, "header row" if is_head else "row"))
    for number, cell in enumerate(cells):
        if number:
            line.go_on(BETWEEN_CELLS)
        for place, inner in enumerate(_lines(cell, (), authors)):
            if place:
                line.go_on(" ")
            line.take(inner)
    return line


def _write(line: Line, block: Node, runs: Sequence[Any]) -> None:
    at = 0
    who = authors_in(block, runs)
    for node in block.get("content", ()):
        said = words_of(node)
        size = len(said) if node["type"] == "text" else 1
        own = who[at : at + size]
        line.add(said, own if size == len(said) else own * len(said), _style(node))
        at += size


def _style(node: Node) -> str:
    """Marks in one word, so that two can be told apart."""
    marks = [f"{mark['type']} {mark.get('attrs', {}).get('href', '')}" for mark in node.get("marks", ())]
    atom = "" if node["type"] == "text" else f"{node['type']} {node.get('attrs', {}).get('id', '')}"
    return ";".join([*sorted(marks), atom])
