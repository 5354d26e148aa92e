"""Texts as HTML in which everybody's words are signed with a number, for a legend beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from django.utils.html import format_html
from django.utils.safestring import SafeString

from workspace.drafting.formats.html import Writer, written_by
from workspace.drafting.formats.pictures import Pictures
from workspace.drafting.formats.shapes import Node
from workspace.drafting.lines import authors_in

LINES: Final = 5
"""Kinds of lines below words; with more people they repeat, and the number alone tells them apart."""


@dataclass(frozen=True)
class Sign:
    """How one person's words are signed. The first one's have no line: they are most of the text."""

    number: int
    name: str

    @property
    def line(self) -> int:
        return (self.number - 2) % LINES + 1 if self.number > 1 else 0


Signs = Callable[[int | None], Sign]
"""From a user; None is for words of which nobody knows who wrote them."""


def signed_html_of(document: Any, authors: Sequence[Any], *, signs: Signs, pictures: Pictures) -> SafeString:
    """`authors` are pairs of length (UTF-16) and user for each textblock, in order."""
    return written_by(_Signing(pictures, signs, iter(authors)), document)


class _Signing(Writer):
    def __init__(self, pictures: Pictures, signs: Signs, authors: Iterator[Any]) -> None:
        super().__init__(pictures, "fussnote", False, "")
        self.signs = signs
        self.authors = authors
        self.last: Sign | None = None

    def inlines(self, block: Node) -> SafeString:
        written = SafeString("")
        for author, group in groupby(_pieces(block, next(self.authors, ())), key=lambda piece: piece[1]):
            written += self._signed(self.signs(author), self.in_line([node for node, _author in group]))
        return written

    def _signed(self, sign: Sign, words: SafeString) -> SafeString:
        """The number stands where somebody else begins."""
        number = SafeString("")
        if sign != self.last:
            number = format_html(
                '<sup class="by__sign"><span class="visually-hidden">{}: </span><span>{}</span></sup>',
                *(sign.name, sign.number),
            )
        self.last = sign
        return format_html('{}<span class="by by--{}">{}</span>', number, sign.line, words)


def _pieces(block: Node, runs: Sequence[Any]) -> Iterator[tuple[Node, int | None]]:
    """Inline nodes, texts apart where somebody else wrote on."""
    who = authors_in(block, runs)
    at = 0
    for node in block.get("content", []):
        text = node["text"] if node["type"] == "text" else ""
        if not text:
            yield node, who[at]
        for author, group in groupby(range(len(text)), key=lambda place: who[at + place]):  # noqa: B023  (used at once)
            places = list(group)
            yield {**node, "text": text[places[0] : places[-1] + 1]}, author
        at += len(text) or 1
