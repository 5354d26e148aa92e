"""What the keyword ids of a file mean."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection
from typing import NamedTuple


class Keyword(NamedTuple):
    """What documents are filtered by and counted under."""

    field: str
    value: str
    label: str


class Keywords:
    """The meanings that one connection has read. They never change, so they are read once."""

    def __init__(self) -> None:
        self._last = 0
        self._keywords: dict[str, Keyword] = {}
        self._by_field: dict[str, list[tuple[str, Keyword]]] = defaultdict(list)

    def by_field(self, db: sqlite3.Connection, ids: Collection[str]) -> dict[str, tuple[tuple[str, str], ...]]:
        """Values and labels of these ids by field, in their order."""
        self._learn(db, ids)
        told: dict[str, tuple[tuple[str, str], ...]] = {}
        for name, value, label in (self._keywords[id] for id in ids):
            told[name] = (*told.get(name, ()), (value, label))
        return told

    def of_fields(
        self, db: sqlite3.Connection, names: Collection[str], ids: Collection[str]
    ) -> dict[str, list[tuple[str, Keyword]]]:
        """Those of these fields, among them all that `ids` names: a thousand hits have thousands, a field has few."""
        self._learn(db, ids)
        return {name: self._by_field[name] for name in names}

    def _learn(self, db: sqlite3.Connection, ids: Collection[str]) -> None:
        if all(map(self._keywords.__contains__, ids)):
            return
        new = db.execute("SELECT id, field, value, label FROM keyword WHERE id > ? ORDER BY id", (self._last,))
        for self._last, *row in new:
            keyword = Keyword(*row)
            self._keywords[str(self._last)] = keyword
            self._by_field[keyword.field].append((str(self._last), keyword))
