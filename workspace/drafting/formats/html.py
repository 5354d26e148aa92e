"""Texts as HTML for pages and for print: what is written stays text, whatever it looks like."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

import nh3
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from cms.blocks.rendering import ALLOWED_ATTRIBUTES, ALLOWED_TAGS, URL_SCHEMES
from workspace.drafting.formats import wording
from workspace.drafting.formats.grid import Place, header_rows, places
from workspace.drafting.formats.pictures import Pictures
from workspace.drafting.formats.references import link_to
from workspace.drafting.formats.shapes import REMARKS, Node, checked

ATTRIBUTES = {
    **ALLOWED_ATTRIBUTES,
    "mark": {"data-mark"},
    "ol": {"start"},
    "a": {*ALLOWED_ATTRIBUTES["a"], "role", "aria-label"},
    "section": {"role"},
}
EMPHASIS = {"strong": "strong", "em": "em"}


def html_of(
    document: Any,
    *,
    pictures: Pictures,
    prefix: str = "fussnote",
    remarks: bool = False,
    address: str = "",
    anchors: str = "",
) -> SafeString:
    """The text as a fragment of a page. Footnotes have ids that begin with `prefix`, headings such with `anchors`; with
    `remarks` the passages of comments and suggestions are marked; `address` stands before links to entries where the
    page is no page of ours."""
    return written_by(Writer(pictures, prefix, remarks, address, anchors), document)


def written_by(writer: Writer, document: Any) -> SafeString:
    """What this writer makes of the text."""
    markup = writer.blocks(checked(document)["content"]) + writer.notes()
    cleaned = nh3.clean(markup, tags=ALLOWED_TAGS, attributes=ATTRIBUTES, link_rel=None, url_schemes=URL_SCHEMES)
    return mark_safe(cleaned)  # noqa: S308  (escaped above piece by piece, and cleaned)


class Writer:
    """Writes blocks in their order and gathers the footnotes on its way."""

    def __init__(self, pictures: Pictures, prefix: str, remarks: bool, address: str, anchors: str = "") -> None:
        self.pictures = pictures
        self.prefix = prefix
        self.remarks = remarks
        self.address = address
        self.anchors = anchors
        self.footnotes: list[str] = []
        self.headings = 0
        self.tables = 0

    def blocks(self, nodes: Iterable[Node]) -> SafeString:
        return _joined(self._block(node) for node in nodes)

    def notes(self) -> SafeString:
        """The list at the end to which the numbers lead, and from which each leads back."""
        if not self.footnotes:
            return SafeString("")
        items = format_html_join(
            "",
            '<li id="{}-{}">{} <a href="#{}-{}-stelle" role="doc-backlink" aria-label="{}">↩</a></li>',
            (
                (self.prefix, number, text, self.prefix, number, wording.back_to_text(number))
                for number, text in enumerate(self.footnotes, start=1)
            ),
        )
        return format_html(
            '<section class="footnotes" role="doc-endnotes"><h2 class="footnotes__title">{}</h2><ol>{}</ol></section>',
            wording.footnotes(),
            items,
        )

    def _block(self, node: Node) -> SafeString:
        match node["type"]:
            case "paragraph":
                return format_html("<p>{}</p>", self.inlines(node))
            case "heading":
                return self._heading(node)
            case "bullet_list":
                return format_html("<ul>{}</ul>", self._items(node))
            case "ordered_list":
                order = node["attrs"]["order"]
                start = format_html(' start="{}"', order) if order > 1 else ""
                return format_html("<ol{}>{}</ol>", start, self._items(node))
            case "blockquote":
                return format_html("<blockquote>{}</blockquote>", self.blocks(node["content"]))
            case "callout":
                return self._callout(node)
            case "table":
                return self._table(node)
        return self._picture(node["attrs"])

    def _heading(self, node: Node) -> SafeString:
        self.headings += 1
        tag = f"h{node['attrs']['level'] + 1}"
        anchor = format_html(' id="{}-{}"', self.anchors, self.headings) if self.anchors else ""
        return format_html("<{}{}>{}</{}>", tag, anchor, self.inlines(node), tag)

    def _items(self, node: Node) -> SafeString:
        return format_html_join("", "<li>{}</li>", ((self._item(item["content"]),) for item in node["content"]))

    def _item(self, blocks: list[Node]) -> SafeString:
        """A point that is one line and perhaps a list below it needs no paragraph around the line."""
        first, *others = blocks
        if all(other["type"] in ("bullet_list", "ordered_list") for other in others):
            return format_html("{}{}", self.inlines(first), self.blocks(others))
        return self.blocks(blocks)

    def _callout(self, node: Node) -> SafeString:
        kind = node["attrs"]["kind"]
        return format_html(
            '<aside class="callout callout--{}"><p class="callout__title"><strong>{}</strong></p>{}</aside>',
            kind,
            wording.heading_of(kind),
            self.blocks(node["content"]),
        )

    def _picture(self, attributes: dict[str, Any]) -> SafeString:
        picture = self.pictures(attributes["file"])
        caption = attributes["caption"]
        below = format_html("<figcaption>{}</figcaption>", caption) if caption else ""
        if picture is None:
            said = format_html('<p class="picture-missing">{}</p>', attributes["alt"]) if attributes["alt"] else ""
            return format_html("<figure>{}{}</figure>", said, below) if said or below else SafeString("")
        return format_html('<figure><img src="{}" alt="{}">{}</figure>', picture.url, attributes["alt"], below)

    def _table(self, table: Node) -> SafeString:
        self.tables += 1
        number_of_table = wording.table(self.tables)
        heads = header_rows(table)
        rows = [
            (is_head, format_html("<tr>{}</tr>", _joined(self._cell(place, is_head) for place in row)))
            for number, row in groupby(places(table), key=lambda place: place.row)
            for is_head in [number < heads]
        ]
        parts = _joined(
            format_html("<{}>{}</{}>", tag, _joined(row for _is_head, row in group), tag)
            for is_head, group in groupby(rows, key=lambda row: row[0])
            for tag in ["thead" if is_head else "tbody"]
        )
        around = '<div class="table-scroll" tabindex="0" role="region" aria-label="{}"><table>{}</table></div>'
        return format_html(around, number_of_table, parts)

    def _cell(self, place: Place, is_head: bool) -> SafeString:
        spans = format_html_join(
            "",
            ' {}="{}"',
            ((name, size) for name, size in (("colspan", place.wide), ("rowspan", place.high)) if size > 1),
        )
        blocks = place.cell["content"]
        is_line = len(blocks) == 1 and blocks[0]["type"] == "paragraph"
        inside = self.inlines(blocks[0]) if is_line else self.blocks(blocks)
        if not place.is_header:
            return format_html("<td{}>{}</td>", spans, inside)
        return format_html('<th scope="{}"{}>{}</th>', _scope(place, is_head), spans, inside)

    def inlines(self, block: Node) -> SafeString:
        return self.in_line(block.get("content", []))

    def in_line(self, nodes: list[Node]) -> SafeString:
        """What leads to the same place is one link, however many words in it are strong."""
        return _joined(self._linked(href, list(group)) for href, group in groupby(nodes, _href))

    def _linked(self, href: str, nodes: list[Node]) -> SafeString:
        inside = _joined(self._inline(node) for node in nodes)
        return format_html('<a href="{}">{}</a>', href, inside) if href else inside

    def _inline(self, node: Node) -> SafeString:
        shown = self._bare(node)
        for mark in node.get("marks", []):
            if tag := EMPHASIS.get(mark["type"]):
                shown = format_html("<{}>{}</{}>", tag, shown, tag)
            elif mark["type"] in REMARKS and self.remarks:
                kind = "passage" if mark["type"] == "comment" else "passage passage--suggestion"
                shown = format_html('<mark data-mark="{}" class="{}">{}</mark>', mark["attrs"]["id"], kind, shown)
        return shown

    def _bare(self, node: Node) -> SafeString:
        match node["type"]:
            case "text":
                return format_html("{}", node["text"])
            case "hard_break":
                return SafeString("<br>")
            case "footnote":
                return self._number_of(node["attrs"]["text"])
        link = link_to(node["attrs"]["id"], self.address)
        return format_html('<a href="{}">{}</a>', link, node["attrs"]["title"] or f"#{node['attrs']['id']}")

    def _number_of(self, text: str) -> SafeString:
        self.footnotes.append(text)
        number = len(self.footnotes)
        return format_html(
            '<sup><a href="#{}-{}" id="{}-{}-stelle" role="doc-noteref">{}</a></sup>',
            *(self.prefix, number, self.prefix, number, number),
        )


def _href(node: Node) -> str:
    """Where the words lead; a footnote or a cross reference is a link itself and stands in no other."""
    marks = node.get("marks", []) if node["type"] in ("text", "hard_break") else []
    return next((str(mark["attrs"]["href"]) for mark in marks if mark["type"] == "link"), "")


def _scope(place: Place, is_head: bool) -> str:
    if is_head or place.column:
        return "colgroup" if place.wide > 1 else "col"
    return "rowgroup" if place.high > 1 else "row"


def _joined(parts: Iterable[SafeString]) -> SafeString:
    return format_html_join("", "{}", ((part,) for part in parts))
