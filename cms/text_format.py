"""The form of stored texts: what they depend on besides an entry's own content.

When it changes (a template, a translation, the name of the site), every layer is projected anew at the next start.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from django.conf import settings

VERSION = "3"
"""Raised by hand when code changes what is stored."""

TEMPLATES = ("wissen/line.html", "wissen/article.html", "components/*.html", "blocks/*.html")


@lru_cache
def format_digest() -> str:
    """Sixteen hexadecimal digits that stay the same as long as the same content gives the same texts."""
    seen = hashlib.blake2b(digest_size=8)
    seen.update("\n".join([VERSION, settings.SITE_TITLE, settings.WAGTAILADMIN_BASE_URL]).encode())
    for path in _sources():
        seen.update(path.read_bytes())
    return seen.hexdigest()


def _sources() -> Iterator[Path]:
    for folder in settings.TEMPLATES[0]["DIRS"]:
        for pattern in TEMPLATES:
            yield from sorted(Path(folder).glob(pattern))
    for folder in settings.LOCALE_PATHS:
        yield from sorted(Path(folder).glob(f"{settings.LANGUAGE_CODE}/LC_MESSAGES/*.mo"))
