"""The plain pages that a new forum begins with; editors change them in Wagtail afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from cms.models import StandardPage

FOLDER = Path(__file__).parent / "starter_pages"
_TITLE = re.compile(r"<!--\s*(?P<title>.+?)\s*-->\s*")


def starting_pages() -> Iterator[StandardPage]:
    """Unsaved pages, one per HTML file: its name is the address part, its first comment the title."""
    for path in sorted(FOLDER.glob("*.html")):
        markup = path.read_text(encoding="utf-8")
        title = _TITLE.match(markup)
        assert title is not None, f"{path.name} does not begin with a title in a comment"
        yield StandardPage(
            title=title["title"],
            slug=path.stem,
            show_in_menus=True,
            body=[("text", markup[title.end() :].strip())],
        )
