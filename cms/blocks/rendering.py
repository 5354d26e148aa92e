"""From a StreamField to finished text: cleaned HTML, structure, plain text, and which media it shows."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import nh3
from django.utils.html import format_html, linebreaks
from django.utils.text import slugify
from wagtail.blocks import StreamValue
from wagtail.blocks.list_block import ListValue
from wagtail.rich_text import RichText, expand_db_html

from cms.models.media import File, Picture

PICTURE_SIZES = ("width-400", "width-800", "width-1600")
"""The widths in which a picture is offered, in pixels."""

ALLOWED_ATTRIBUTES = {
    **{tag: set(names) for tag, names in nh3.ALLOWED_ATTRIBUTES.items()},
    "*": {"class", "id"},
    "div": {"tabindex", "role", "aria-label"},
    "a": {"href", "class", "download"},
    "img": {"src", "srcset", "sizes", "alt", "width", "height", "loading", "class"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "use": {"href"},
    "svg": {"aria-hidden", "aria-label", "class", "width", "height", "role", "viewBox"},
    "path": {"d"},
    "text": {"x", "y", "text-anchor"},
}
ALLOWED_TAGS = nh3.ALLOWED_TAGS | {"figure", "figcaption", "aside", "section", "svg", "use", "path", "text"}
URL_SCHEMES = {"http", "https", "mailto", "tel"}
_GAPS = re.compile(r"[ \t\r\f\v]+")
_BLOCK_ENDS = re.compile(r"</(p|li|h[1-6]|td|th|tr|figcaption|blockquote|div|aside|caption)>|<br\s*/?>")
_TAGS = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class RenderedBody:
    """A text in all its forms."""

    html: str
    blocks: list[dict[str, Any]]
    plain: str
    contents: tuple[dict[str, str], ...] = ()
    """The headings, with the ids that a list of contents points at."""
    pictures: tuple[tuple[Picture, str], ...] = ()
    """Each picture with what it shows (its alternative text)."""
    files: tuple[tuple[File, str], ...] = ()
    """Each file with its title."""


@dataclass(frozen=True)
class Chapter:
    """A field of text; one with a title is a section of its own."""

    name: str
    title: str
    body: StreamValue


def render_summary(summary: str) -> RenderedBody:
    """A summary as the whole text: its paragraphs."""
    paragraphs = [part for part in re.split(r"\n\s*\n", summary.replace("\r\n", "\n")) if part.strip()]
    blocks = [{"type": "text", "value": {"html": linebreaks(part, autoescape=True)}} for part in paragraphs]
    return RenderedBody(html=linebreaks(summary, autoescape=True), blocks=blocks, plain=summary)


def render_chapters(chapters: Iterable[Chapter]) -> RenderedBody:
    """All forms of a text. A section in which nothing is written leaves no heading."""
    rendered = [(chapter, clean("".join(str(part.render()) for part in chapter.body))) for chapter in chapters]
    filled = [(chapter, markup) for chapter, markup in rendered if _shows_something(markup)]
    finished = "".join(_titled(chapter, markup) for chapter, markup in filled)
    parts = [part for chapter, _ in filled for part in chapter.body]
    return RenderedBody(
        html=finished,
        blocks=[block for chapter, _ in filled for block in _structures(chapter)],
        plain=plain_text(finished),
        contents=tuple(
            {"id": heading_id(title), "title": title} for chapter, _ in filled for title in _headings(chapter)
        ),
        pictures=tuple(
            (part.value["image"], part.value["alt"])
            for part in parts
            if part.block_type == "picture" and part.value["image"]
        ),
        files=tuple(_files([chapter.body for chapter, _ in filled])),
    )


def heading_id(text: str) -> str:
    """The id of a heading in a page, as templates/blocks/heading.html writes it."""
    return f"abschnitt-{slugify(text)}"


def clean(markup: str) -> str:
    """HTML with nothing in it that could run or load from elsewhere (nh3, an allow-list)."""
    return nh3.clean(markup, tags=ALLOWED_TAGS, attributes=ALLOWED_ATTRIBUTES, link_rel=None, url_schemes=URL_SCHEMES)


def plain_text(markup: str) -> str:
    """The words of a piece of HTML, one line per paragraph, heading or cell."""
    text = html.unescape(_TAGS.sub("", _BLOCK_ENDS.sub("\n", markup)))
    lines = (_GAPS.sub(" ", line).strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def _shows_something(markup: str) -> bool:
    return bool(plain_text(markup)) or "<img" in markup


def _titled(chapter: Chapter, markup: str) -> str:
    if not chapter.title:
        return markup
    return format_html('<h2 id="{}">{}</h2>', heading_id(chapter.title), chapter.title) + markup


def _headings(chapter: Chapter) -> list[str]:
    own = [part.value["text"] for part in chapter.body if part.block_type == "heading"]
    return [chapter.title, *own] if chapter.title else own


def _structures(chapter: Chapter) -> list[dict[str, Any]]:
    """The parts of a text; those of a section stand inside it."""
    parts = [_structure(part) for part in chapter.body]
    if not chapter.title:
        return parts
    return [{"type": "section", "value": {"name": chapter.name, "title": chapter.title, "blocks": parts}}]


def stored_structure(part: Any) -> dict[str, Any]:
    """A part of a text whose links name pages and files by number, as they are stored and can be written again."""
    return {"type": part.block_type, "value": _value(part.value, lambda stored: stored)}


def _structure(part: Any) -> dict[str, Any]:
    return {"type": part.block_type, "value": _value(part.value, lambda stored: clean(expand_db_html(stored)))}


def _value(value: Any, shown: Callable[[str], str]) -> Any:
    match value:
        case RichText():
            return {"html": shown(value.source)}
        case Picture():
            return {"id": value.pk}
        case File():
            return {"id": value.pk, "title": value.title}
        case dict():
            return {name: _value(item, shown) for name, item in value.items()}
        case list() | tuple() | ListValue():
            return [_value(item, shown) for item in value]
    return value


def _files(bodies: list[StreamValue]) -> list[tuple[File, str]]:
    """Files offered as a block under the block's title, and those that rich text links to."""
    offered = {
        part.value["file"].pk: part.value["title"]
        for body in bodies
        for part in body
        if part.block_type == "download" and part.value["file"]
    }
    references = [reference for body in bodies for reference in body.stream_block.extract_references(body)]
    linked = {int(pk) for model, pk, *_ in references if issubclass(model, File)}
    return [(file, offered.get(file.pk) or file.title) for file in File.objects.filter(pk__in=linked).order_by("title")]
