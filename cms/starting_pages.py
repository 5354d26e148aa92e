"""The plain pages that a new forum begins with; editors change them in Wagtail afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from django.utils.html import strip_tags

from cms.models import StandardPage

FOLDER = Path(__file__).parent / "starter_pages"
_TITLE = re.compile(r"<!--\s*(?P<title>.+?)\s*-->\s*")
_HEADING = re.compile(r"<h2>(.+?)</h2>")


def starting_pages() -> Iterator[StandardPage]:
    """Unsaved pages, one per HTML file: its name is the address part, its first comment the title.

    What stands before the first heading is the introduction.
    """
    for path in sorted(FOLDER.glob("*.html")):
        markup = path.read_text(encoding="utf-8")
        title = _TITLE.match(markup)
        assert title is not None, f"{path.name} does not begin with a title in a comment"
        introduction, *parts = _HEADING.split(markup[title.end() :])
        yield StandardPage(
            title=title["title"],
            slug=path.stem,
            show_in_menus=True,
            introduction=strip_tags(introduction).strip(),
            body=list(_blocks(parts)),
        )


def _blocks(parts: list[str]) -> Iterator[tuple[str, object]]:
    """Headings and the text below them in turn; a heading of its own is what other pages can point at."""
    for heading, text in zip(parts[::2], parts[1::2], strict=True):
        yield "heading", {"text": heading}
        yield "text", text.strip()
