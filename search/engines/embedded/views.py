"""Which scopes a reader's principals open, and what is remembered for them until something is written."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass, field
from threading import Lock

from search.engines.embedded.documents import Documents
from search.engines.embedded.words import Words


@dataclass(frozen=True, slots=True)
class View:
    """What some principals may read. Every statement of a search names it; nothing is counted outside of it."""

    scopes: str  # a JSON list of scope ids, for json_each
    documents: int
    full_text: str  # the table whose word statistics this reader may be told about
    is_whole_public_index: bool  # what that table holds is then exactly what the reader may read
    read: Documents = field(compare=False)  # the same for all views of a generation
    words: Words = field(default_factory=Words, compare=False)
    counted: dict[str, int] = field(default_factory=dict, compare=False)  # term -> in how many of its documents

    @classmethod
    def of(cls, db: sqlite3.Connection, principals: frozenset[str], read: Documents) -> View:
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
        table = "full_text_public" if all_public else "full_text_all"
        return cls(json.dumps(opened), documents, table, whole, read)


class Views:
    """The views of one file, kept until something is written; most searches come from the same few."""

    KEPT = 64

    def __init__(self) -> None:
        self._generation = -1
        self._of_principals: dict[frozenset[str], View] = {}
        self._of_scopes: dict[str, View] = {}
        self._documents = Documents()
        self._lock = Lock()

    def get(self, db: sqlite3.Connection, principals: frozenset[str]) -> View:
        """The view of these principals; ask inside the transaction whose statements use it.

        Whoever may read the same has the same view, and what one of them asked is remembered for the others.
        """
        (generation,) = db.execute("SELECT generation FROM state").fetchone()
        with self._lock:
            if generation != self._generation or len(self._of_principals) > self.KEPT:
                self._of_principals, self._of_scopes, self._documents = {}, {}, Documents()
                self._generation = generation
            if principals not in self._of_principals:
                view = View.of(db, principals, self._documents)
                self._of_principals[principals] = self._of_scopes.setdefault(view.scopes, view)
            return self._of_principals[principals]
