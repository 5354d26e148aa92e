"""From what somebody typed to what others read: nothing that runs, and nothing that loads from elsewhere.

Who types plain text gets paragraphs, line breaks, lists and links, and every sign stays as it was typed: “Mentor*innen
und Helfer*innen” is no Markdown. Only the editor of the pages writes Markdown, and says so.
"""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from functools import lru_cache
from typing import Any

from django.utils.html import escape, urlize
from markdown_it import MarkdownIt
from markdown_it.token import Token

from cms.blocks.rendering import clean, plain_text

PLAIN = ["list", "newline"]
FORMATTED = [*PLAIN, "escape", "emphasis", "link", "autolink", "blockquote"]
"""Rules of CommonMark that hold; static_src/writing.js writes and reads the same."""


def as_html(text: str, *, is_formatted: bool = False) -> str:
    """Cleaned HTML of plain text, or of Markdown where it `is_formatted`."""
    return clean(_reader(is_formatted).render(text.replace("\r\n", "\n")))


def as_plain(html: str) -> str:
    """Its words."""
    return plain_text(html)


@lru_cache
def _reader(is_formatted: bool) -> MarkdownIt:
    reader = MarkdownIt("zero", {"breaks": True}).enable(FORMATTED if is_formatted else PLAIN)
    reader.add_render_rule("text", _with_links)
    return reader


def _with_links(
    self: object, tokens: Sequence[Token], at: int, options: Any, environment: MutableMapping[str, Any]
) -> str:
    """Addresses become links; inside a link they are its words."""
    if sum(token.nesting for token in tokens[:at] if token.type.startswith("link_")):
        return escape(tokens[at].content)
    return urlize(tokens[at].content, nofollow=True, autoescape=True)
