"""Cross references to entries: which address leads to which, and back."""

from __future__ import annotations

import re

from django.conf import settings

PATH = "/entwuerfe/eintrag/%d/"
"""It goes on to the entry if the reader may see it."""
_PATH = re.compile(r"/entwuerfe/eintrag/(\d{1,15})/")


def link_to(entry: int, address: str = "") -> str:
    """`address` stands before it where the text is read outside of the forum."""
    return address.rstrip("/") + PATH % entry


def entry_in(href: str) -> int:
    """The entry to which an address of this forum leads; 0 for all others."""
    found = _PATH.fullmatch(href.removeprefix(settings.WAGTAILADMIN_BASE_URL.rstrip("/")))
    return int(found[1]) if found else 0
