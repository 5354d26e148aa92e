"""The forms that terms have in one view, remembered until something is written: questions repeat each other's words."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from typing import NamedTuple

from search.engines.memory import Memory

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
    """The memory of one view in one generation of a file."""

    def __init__(self) -> None:
        self._memory: Memory[str, FormsOfTerm] = Memory(
            MOST_KEPT, lambda forms: 1 + len(forms.own) + len(forms.compounds)
        )

    def of(self, db: sqlite3.Connection, scopes: str, terms: Collection[str]) -> dict[str, FormsOfTerm]:
        """The forms of each of the terms; ask inside a transaction of the generation that the view belongs to."""
        return self._memory.of(terms, lambda new: _read(db, scopes, new))


def _read(db: sqlite3.Connection, scopes: str, terms: Collection[str]) -> dict[str, FormsOfTerm]:
    own: dict[str, Forms] = {term: {} for term in terms}
    compounds: dict[str, Forms] = {term: {} for term in terms}
    documents = dict.fromkeys(terms, 0)
    wanted = {"terms": json.dumps([*terms], ensure_ascii=False), "scopes": scopes}
    for term, is_part, id, written, count in db.execute(_FORMS, wanted).fetchall():
        (compounds if is_part else own)[term][str(id)] = written
        documents[term] += count
    return {term: FormsOfTerm(own[term], compounds[term], documents[term]) for term in terms}
