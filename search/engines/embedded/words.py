"""The forms that terms have in one view, remembered until something is written: questions repeat each other's words."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from typing import NamedTuple

MOST_KEPT = 20_000
"""Forms and terms of one view; about 3 MB."""

# The plus keeps SQLite from looking up every scope of the view for every word: words stand in few scopes.
_IS_IN_VIEW = "EXISTS (SELECT 1 FROM form_scope WHERE form = id AND +scope IN (SELECT value FROM json_each(:scopes)))"
_TERMS = "(SELECT value FROM json_each(:terms))"
_FORMS = (
    f"SELECT term, 0, id, written, documents FROM form WHERE term IN {_TERMS} AND {_IS_IN_VIEW} UNION ALL"
    " SELECT part, 1, id, written, documents FROM form_part JOIN form ON id = form"
    f" WHERE part IN {_TERMS} AND {_IS_IN_VIEW}"
)

Forms = dict[str, str]
"""Number of a form, as documents name it -> how it is written. Texts alone, so that Python's garbage collector passes
over the thousands that are kept."""


class FormsOfTerm(NamedTuple):
    """What a term looks like in a view; nothing where it does not stand there."""

    own: Forms
    compounds: Forms
    """Words of which the term is a member."""
    documents: int
    """In more documents than these it does not stand: one with two forms counts twice, and hidden ones count too."""


class Words:
    """The memory of one view. Several threads may use it: what they find in the same generation is the same."""

    def __init__(self) -> None:
        self._kept: dict[str, FormsOfTerm] = {}
        self._size = 0

    def of(self, db: sqlite3.Connection, scopes: str, terms: Collection[str]) -> dict[str, FormsOfTerm]:
        """The forms of each of the terms; ask inside a transaction of the generation that the view belongs to."""
        kept = self._kept
        new = [term for term in terms if term not in kept]
        found = {term: kept[term] for term in terms if term in kept}
        if new:
            read = _read(db, scopes, new)
            self._keep(read)
            found |= read
        return found

    def _keep(self, read: dict[str, FormsOfTerm]) -> None:
        if self._size > MOST_KEPT:
            self._kept, self._size = {}, 0
        self._kept.update(read)
        self._size += sum(1 + len(forms.own) + len(forms.compounds) for forms in read.values())


def _read(db: sqlite3.Connection, scopes: str, terms: Collection[str]) -> dict[str, FormsOfTerm]:
    own: dict[str, Forms] = {term: {} for term in terms}
    compounds: dict[str, Forms] = {term: {} for term in terms}
    documents = dict.fromkeys(terms, 0)
    wanted = {"terms": json.dumps([*terms], ensure_ascii=False), "scopes": scopes}
    for term, is_part, id, written, count in db.execute(_FORMS, wanted).fetchall():
        (compounds if is_part else own)[term][str(id)] = written
        documents[term] += count
    return {term: FormsOfTerm(own[term], compounds[term], documents[term]) for term in terms}
