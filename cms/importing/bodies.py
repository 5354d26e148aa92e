"""HTML from elsewhere as blocks of the full text: headings, tables, and text that the rich text editor can hold.

First nh3 takes away whatever could run or load and mends the nesting; then one pass sorts what is left. Nothing but
`href` survives of attributes: Wagtail's own link and picture markers in a foreign text would open media of ours.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from html.parser import HTMLParser
from typing import Any

import nh3

from cms.blocks.rendering import URL_SCHEMES
from cms.importing.paragraphs import DEEPEST_LIST, Paragraph, nested_lists
from cms.importing.tables import TableReader

Block = tuple[str, Any]

LONGEST_HEADING = 200

INLINE = {"b": "b", "strong": "b", "i": "i", "em": "i", "cite": "i", "a": "a"}
SMALL_HEADINGS = {"h3", "h4", "h5", "h6"}
PARAGRAPHS = {
    *("p", "div", "section", "article", "header", "footer", "main", "aside", "address", "blockquote", "pre", "figure"),
    *("figcaption", "details", "summary", "dl", "dt", "dd", "fieldset", "form", "nav", "center"),
}
TABLE = {"table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"}
READ = {*INLINE, *SMALL_HEADINGS, *PARAGRAPHS, *TABLE, "h1", "h2", "ul", "ol", "li", "br", "hr"}
NOT_TEXT = {"script", "style", "iframe", "noscript", "object", "svg", "math", "template", "textarea", "select", "title"}
LEFT_OUT = {"img", "picture", "video", "audio", "embed", "input", "button", *NOT_TEXT} - {"title", "noscript"}
_TAG_NAMES = re.compile(r"<([a-z][a-z0-9]*)", re.IGNORECASE)
_RULES_AROUND = re.compile(r"^(<hr/>)+|(<hr/>)+$")
_SPACES = re.compile(r"[ \t\r\n\f]+")


def blocks_from_html(markup: str, ready: Sequence[Block] = ()) -> list[Block]:
    """The blocks of a body, in their order; none for a text without words.

    `ready` are blocks that are finished already: `<img alt="3">` marks the place of the fourth one.
    """
    cleaned = nh3.clean(
        markup,
        tags=READ | {"img"} if ready else READ,
        clean_content_tags=NOT_TEXT,
        attributes={"a": {"href"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}, "img": {"alt"}},
        url_schemes=URL_SCHEMES,
        link_rel=None,
    )
    reader = _BodyReader(ready)
    reader.feed(cleaned)
    reader.close()
    return reader.finish()


def left_out_of(markup: str) -> list[str]:
    """The names of elements that a body here cannot hold, such as pictures and scripts."""
    return sorted({name.lower() for name in _TAG_NAMES.findall(markup)} & LEFT_OUT)


class _BodyReader(HTMLParser):
    """Well-formed HTML in, blocks out."""

    def __init__(self, ready: Sequence[Block] = ()) -> None:
        super().__init__(convert_charrefs=True)
        self.ready = ready
        self.blocks: list[Block] = []
        self.parts: list[str] = []
        self.line = Paragraph()
        self.small_heading = False
        self.heading: list[str] | None = None
        self.table: TableReader | None = None
        self.tables_open = 0
        self.lists: list[str] = []
        self.items: list[tuple[int, str, str]] = []
        self.verbatim = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.table is not None:
            self._inside_table(tag, dict(attrs))
        elif tag in INLINE:
            self.line.begin(INLINE[tag], dict(attrs).get("href"))
        elif tag == "img":
            self._insert(dict(attrs).get("alt") or "")
        elif self.heading is not None:
            self.heading.append(" ")
        elif tag == "br":
            self.line.break_here()
        else:
            self._begin_block(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.table is not None:
            self._end_inside_table(tag)
        elif tag in INLINE:
            self.line.end(INLINE[tag])
        else:
            self._end_block(tag)

    def handle_data(self, data: str) -> None:
        if self.table is not None:
            self.table.text(data)
        elif self.heading is not None:
            self.heading.append(data)
        elif self.verbatim:
            self.line.verbatim(data)
        else:
            self.line.text(_SPACES.sub(" ", data))

    def finish(self) -> list[Block]:
        self._end_paragraph()
        self._end_text()
        return self.blocks

    def _insert(self, number: str) -> None:
        self._end_paragraph()
        if number.isdecimal() and int(number) < len(self.ready):
            self._end_text()
            self.blocks.append(self.ready[int(number)])

    def _begin_block(self, tag: str) -> None:
        self._end_paragraph()
        match tag:
            case "h1" | "h2":
                self.heading = []
            case "ul" | "ol":
                self.lists.append(tag)
            case "table":
                self.table, self.tables_open = TableReader(), 1
            case "hr":
                self._end_lists()
                self.parts.append("<hr/>")
            case "pre":
                self.verbatim += 1
        self.small_heading = tag in SMALL_HEADINGS and not self.lists

    def _end_block(self, tag: str) -> None:
        match tag:
            case "h1" | "h2":
                self._end_heading()
            case "pre":
                self.verbatim -= 1
        self._end_paragraph()
        if tag in ("ul", "ol") and self.lists:
            self.lists.pop()

    def _end_paragraph(self) -> None:
        markup = self.line.finish()
        if markup and self.lists:
            self.items.append((min(len(self.lists), DEEPEST_LIST), self.lists[-1], markup))
        elif markup:
            tag = "h3" if self.small_heading else "p"
            self._end_lists()
            self.parts.append(f"<{tag}>{markup}</{tag}>")
        self.small_heading = False

    def _end_lists(self) -> None:
        """Before anything else comes: lists with nothing between them are one, as the editor would make them."""
        self.parts.append(nested_lists(self.items))
        self.items = []

    def _end_text(self) -> None:
        self._end_lists()
        markup = _RULES_AROUND.sub("", "".join(self.parts))
        if markup:
            self.blocks.append(("text", markup))
        self.parts = []

    def _end_heading(self) -> None:
        words = " ".join("".join(self.heading or []).split())
        self.heading = None
        if not words:
            return
        if len(words) > LONGEST_HEADING:
            self._end_lists()
            self.parts.append(f"<h3>{escape(words, quote=False)}</h3>")
            return
        self._end_text()
        self.blocks.append(("heading", {"text": words}))

    def _inside_table(self, tag: str, attributes: dict[str, str | None]) -> None:
        assert self.table is not None
        self.tables_open += tag == "table"
        if tag in TABLE and self.tables_open == 1:
            self.table.begin(tag, attributes)
        elif tag not in INLINE:
            self.table.text(" ")

    def _end_inside_table(self, tag: str) -> None:
        assert self.table is not None
        self.tables_open -= tag == "table"
        if self.tables_open == 1:
            self.table.end(tag)
        elif not self.tables_open:
            self._end_table()

    def _end_table(self) -> None:
        value = self.table.value() if self.table is not None else None
        self.table = None
        if value is not None:
            self._end_text()
            self.blocks.append(("table", value))
