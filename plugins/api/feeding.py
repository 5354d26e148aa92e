"""What a part of the house hands to a feed for everybody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class FeedItem:
    """One thing of a feed; all texts are plain text."""

    name: str
    """What it is known by for ever, such as `/termine/12`: it stays when the thing gets another title or address."""
    title: str
    url: str
    published_at: datetime
    updated_at: datetime
    summary: str = ""
    categories: tuple[str, ...] = ()
