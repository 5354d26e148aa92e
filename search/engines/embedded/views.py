"""What is remembered of a file: which scopes a reader's principals open, and what keyword ids mean."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from threading import Lock
from typing import NamedTuple

from search.engines.embedded.words import Words


class Keyword(NamedTuple):
    """What documents are filtered by and counted under."""

    field: str
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class View:
    """What some principals may read. Every statement of a search names it; nothing is counted outside of it."""

    scopes: str  # a JSON list of scope ids, for json_each
    documents: int
    full_text: str  # the table whose word statistics this reader may be told about
    is_whole_public_index: bool  # what that table holds is then exactly what the reader may read
    counted: dict[str, int] = field(default_factory=dict, compare=False)  # term -> in how many of its documents
    words: Words = field(default_factory=Words, compare=False)

    @classmethod
    def of(cls, db: sqlite3.Connection, principals: frozenset[str]) -> View:
        """The scopes in whose audience one of the principals stands and in whose superseded_for none does."""
        opened: list[int] = []
        documents, all_public, public_scopes = 0, True, 0
        rows = db.execute("SELECT id, audience, superseded_for, is_public, documents FROM scope WHERE documents > 0")
        for id, audience, superseded_for, is_public, count in rows:
            public_scopes += is_public
            if principals.isdisjoint(audience.split()) or not principals.isdisjoint(superseded_for.split()):
                continue
            opened.append(id)
            documents += count
            all_public = all_public and bool(is_public)
        whole = all_public and len(opened) == public_scopes
        return cls(json.dumps(opened), documents, "full_text_public" if all_public else "full_text_all", whole)


class Views:
    """The views of one file, kept until something is written; most searches come from the same few."""

    KEPT = 64

    def __init__(self) -> None:
        self._generation = -1
        self._of_principals: dict[frozenset[str], View] = {}
        self._of_scopes: dict[str, View] = {}
        self._lock = Lock()

    def get(self, db: sqlite3.Connection, principals: frozenset[str]) -> View:
        """The view of these principals; ask inside the transaction whose statements use it.

        Whoever may read the same has the same view, and what one of them asked is remembered for the others.
        """
        (generation,) = db.execute("SELECT generation FROM state").fetchone()
        with self._lock:
            if generation != self._generation or len(self._of_principals) > self.KEPT:
                self._of_principals, self._of_scopes = {}, {}
                self._generation = generation
            if principals not in self._of_principals:
                view = View.of(db, principals)
                self._of_principals[principals] = self._of_scopes.setdefault(view.scopes, view)
            return self._of_principals[principals]


class Keywords:
    """What the keyword ids of one file mean. They never change their meaning, so they are read once."""

    def __init__(self) -> None:
        self._last = 0
        self._keywords: dict[str, Keyword] = {}
        self._by_field: dict[str, list[tuple[str, Keyword]]] = defaultdict(list)

    def get(self, db: sqlite3.Connection, ids: Collection[str]) -> list[Keyword]:
        """Field, value and label of each id."""
        self._learn(db, ids)
        return [self._keywords[id] for id in ids]

    def of_fields(
        self, db: sqlite3.Connection, names: Collection[str], ids: Collection[str]
    ) -> dict[str, list[tuple[str, Keyword]]]:
        """Those of these fields, among them all that `ids` names: a thousand hits have thousands, a field has few."""
        self._learn(db, ids)
        return {name: self._by_field[name] for name in names}

    def _learn(self, db: sqlite3.Connection, ids: Collection[str]) -> None:
        if self._keywords.keys() >= set(ids):
            return
        new = db.execute("SELECT id, field, value, label FROM keyword WHERE id > ? ORDER BY id", (self._last,))
        for self._last, *row in new:
            keyword = Keyword(*row)
            self._keywords[str(self._last)] = keyword
            self._by_field[keyword.field].append((str(self._last), keyword))
