"""A passage of a draft as a reader chose it, found again in the text as it is by now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from workspace.drafting.document import Node, length

ATOM = "\ufffc"
"""Stands for a line break, a footnote or a reference: as long as ProseMirror counts it, and in no quote."""


@dataclass(frozen=True)
class Passage:
    """Words, and where they stood: number of the textblock, offsets in it. Without them the words alone decide."""

    quote: str
    block: int | None = None
    start: int | None = None
    end: int | None = None


def found_in(document: Node, passage: Passage) -> tuple[int, int, int] | None:
    """Textblock, start and end; None where the words stand nowhere, or in several places of which none is the one."""
    if not passage.quote.strip():
        return None
    texts = list(_texts(document))
    if passage.block is not None and passage.start is not None and passage.block < len(texts):
        start = _index(texts[passage.block], passage.start)
        if texts[passage.block][start:].startswith(passage.quote):
            return passage.block, passage.start, passage.start + length(passage.quote)
    places = [
        (number, length(text[:at]), length(text[:at]) + length(passage.quote))
        for number, text in enumerate(texts)
        for at in _all_places(text, passage.quote)
    ]
    return places[0] if len(places) == 1 else None


def marked_passages(document: Node) -> dict[str, Passage]:
    """For each comment and suggestion, by the id of its mark: the words that carry it now, and where they begin."""
    found: dict[str, Passage] = {}
    for number, block in enumerate(_blocks(document)):
        at = 0
        for child in block.get("content", ()):
            words = child.get("text", ATOM)
            for name in _remarks_on(child) if "text" in child else ():
                before = found.get(name, Passage("", number, at))
                found[name] = replace(before, quote=before.quote + words)
            at += length(words)
    return found


def _remarks_on(text: Node) -> Iterator[str]:
    for mark in text.get("marks", ()):
        if mark["type"] in ("comment", "suggestion") and isinstance(name := mark.get("attrs", {}).get("id"), str):
            yield name


def _texts(node: Node) -> Iterator[str]:
    """The words of each textblock, with a sign for each atom."""
    for block in _blocks(node):
        yield "".join(child.get("text", ATOM) for child in block.get("content", ()))


def _blocks(node: Node) -> Iterator[Node]:
    if node["type"] in ("paragraph", "heading"):
        yield node
        return
    for child in node.get("content", ()):
        yield from _blocks(child)


def _all_places(text: str, quote: str) -> Iterator[int]:
    at = text.find(quote)
    while at >= 0:
        yield at
        at = text.find(quote, at + 1)


def _index(text: str, characters: int) -> int:
    """Where so many characters of UTF-16 end."""
    return len(text.encode("utf-16-le")[: 2 * max(characters, 0)].decode("utf-16-le", "ignore"))
