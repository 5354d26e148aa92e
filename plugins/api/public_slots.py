"""Slots for what everybody reads; packages take them from `extensions`, like all others."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.utils.functional import Promise

    from plugins.api.feeding import FeedItem


@dataclass(frozen=True)
class HomePanel:
    """A section on the home page, below the entries and the map, in the order of `order`.

    `show(request)` gives the HTML for this reader, or nothing. What visitors get is kept and must be the same for all
    of them: whoever changes it calls `generation.advance()`.
    """

    name: str
    show: Callable[[HttpRequest], str]
    order: int


@dataclass(frozen=True)
class PublicFeed:
    """A feed for everybody at `/feeds/<name>.atom`, with a line on `/feeds/`.

    `page` shows the same to people. `items()` yields what everybody may read, the newest first, whoever asks. What is
    told is kept: whoever changes it calls `generation.advance()`.
    """

    name: str
    title: str | Promise
    page: str
    items: Callable[[], Iterable[FeedItem]]


@dataclass(frozen=True)
class SitemapSource:
    """Addresses for `/sitemap.xml`: paths of pages that everybody reads, each with when it last changed, or None.

    What is told is kept: whoever changes it calls `generation.advance()`.
    """

    name: str
    addresses: Callable[[], Iterable[tuple[str, datetime | None]]]
