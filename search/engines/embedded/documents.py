"""What hits show, remembered until something is written: the same documents answer many questions."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from search.engines.embedded.keywords import Keywords
from search.engines.memory import Memory

MOST_KEPT = 6_000_000
"""Bytes, about."""
_BYTES_OF_A_FORM = 80

KeywordsByField = Mapping[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class Found:
    """A document as it lies in the file, taken apart."""

    key: str
    type: str
    object_id: int
    kind: str
    layer: str
    title: str
    url: str
    text: str
    keywords: KeywordsByField
    published_at: datetime | None
    updated_at: datetime | None
    forms: frozenset[str]
    """The numbers of the words in it as they are written."""

    @property
    def size(self) -> int:
        """What it takes in memory, roughly."""
        return len(self.text) + _BYTES_OF_A_FORM * len(self.forms)


class Documents:
    """The memory of one generation of a file, for whoever may read a document: the question is which ids they found."""

    def __init__(self) -> None:
        self._memory: Memory[int, Found] = Memory(MOST_KEPT, lambda found: found.size)

    def of(self, db: sqlite3.Connection, keywords: Keywords, ids: Collection[int]) -> dict[int, Found]:
        """These documents; ask inside a transaction of the generation, and only for what the reader may see."""
        return self._memory.of(ids, lambda new: _read(db, keywords, new))


def _read(db: sqlite3.Connection, keywords: Keywords, ids: Collection[int]) -> dict[int, Found]:
    rows = db.execute(
        "SELECT id, key, type, object_id, kind, layer, title, url, text, keywords, published, updated, forms"
        " FROM document JOIN listing USING (id) WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps([*ids]),),
    )
    found = {}
    for id, key, type, object_id, kind, layer, title, url, text, listed, published, updated, forms in rows.fetchall():
        told = keywords.by_field(db, listed.split())
        moments = _moment(published), _moment(updated)
        words = frozenset(forms.split())
        found[id] = Found(key, type, object_id, kind, layer, title, url, text, told, *moments, words)
    return found


def _moment(seconds: float | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
