"""From what somebody typed to what others read: paragraphs, line breaks, lists and links, nothing that runs."""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from functools import lru_cache
from typing import Any

from django.utils.html import urlize
from markdown_it import MarkdownIt
from markdown_it.token import Token

from cms.blocks.rendering import clean, plain_text


def as_html(text: str) -> str:
    """Cleaned HTML. Signs that mean something elsewhere, such as stars, stay as they were typed."""
    return clean(_reader().render(text.replace("\r\n", "\n")))


def as_plain(html: str) -> str:
    """Its words."""
    return plain_text(html)


@lru_cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("zero", {"breaks": True}).enable(["list", "newline"])
    reader.add_render_rule("text", _with_links)
    return reader


def _with_links(
    self: object, tokens: Sequence[Token], at: int, options: Any, environment: MutableMapping[str, Any]
) -> str:
    return urlize(tokens[at].content, nofollow=True, autoescape=True)
