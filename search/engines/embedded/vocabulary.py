"""The words of what a reader may see: which are known, which are close to a misspelt one, which begin with letters."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from typing import NamedTuple

from search.analysis.folding import fold
from search.analysis.stopwords import STOP_WORDS
from search.asking import Asked
from search.engines.embedded.repairing import ViewSpellings
from search.engines.embedded.views import View
from search.engines.embedded.words import Forms
from search.repairing import repaired, repaired_compound

# The plus keeps SQLite from looking up every scope of the view for every word: words stand in few scopes.
_IN_VIEW = "+scope IN (SELECT value FROM json_each(?))"
_LAST_LETTER = "\U0010ffff"
SHORTEST_START = 3  # letters from which words are completed


class IndexVocabulary:
    """The words of a view, inside one read transaction."""

    def __init__(self, db: sqlite3.Connection, view: View) -> None:
        self._db, self._view = db, view

    @property
    def documents(self) -> int:
        return self._view.documents

    def known(self, terms: Collection[str]) -> frozenset[str]:
        return known_terms(self._db, self._view, terms)

    def frequent(self, terms: Collection[str], most: float) -> set[str]:
        return frequent_terms(self._db, self._view, terms, most)

    def repaired(self, word: str) -> str | None:
        spellings = ViewSpellings(self._db, self._view)
        return repaired(spellings, word) or repaired_compound(spellings, word)


def known_terms(db: sqlite3.Connection, view: View, terms: Collection[str]) -> frozenset[str]:
    """Those of the terms that stand somewhere in the view."""
    found = view.words.of(db, view.scopes, terms)
    return frozenset(term for term, forms in found.items() if forms.own or forms.compounds)


def frequent_terms(db: sqlite3.Connection, view: View, terms: Collection[str], most: float) -> set[str]:
    """Those of the terms that stand in more than `most` documents of the view.

    What is rare by its forms needs no closer look. The rest is counted in the view, once for as long as nothing is
    written.
    """
    maybe = [term for term, forms in view.words.of(db, view.scopes, terms).items() if forms.documents > most]
    return {term for term, documents in count_documents(db, view, maybe).items() if documents > most}


class ToMark(NamedTuple):
    """Words that are marked where they stand in a hit, by the number of the form."""

    written: Forms
    terms: dict[str, str]  # what each stands for


def forms_to_mark(db: sqlite3.Connection, view: View, asked: Asked) -> ToMark:
    """The forms of what is looked for.

    A compound stands for a member that is asked for, of several for the first one; asked for itself, for itself.
    """
    found = view.words.of(db, view.scopes, asked.question.terms)
    backwards = sorted(found, reverse=True)
    compounds = [(term, found[term].compounds) for term in backwards]
    own = [(term, found[term].own) for term in backwards]
    written: Forms = {}
    terms: dict[str, str] = {}
    for term, forms in (*compounds, *own):
        written |= forms
        terms |= dict.fromkeys(forms, term)
    if len(asked.weights) < len(found):
        terms = {id: term for id, term in terms.items() if term in asked.weights}
    return ToMark(written, terms)


def count_documents(db: sqlite3.Connection, view: View, terms: Collection[str]) -> dict[str, int]:
    """In how many documents of the view each term stands."""
    for term in set(terms) - view.counted.keys():
        view.counted[term] = db.execute(
            f"SELECT count(*) FROM {view.full_text} JOIN listing ON listing.id = {view.full_text}.rowid"
            f" WHERE {view.full_text} MATCH ? AND {_IN_VIEW}",
            (f'"{term}"', view.scopes),
        ).fetchone()[0]
    return {term: view.counted[term] for term in terms}


def words_beginning(db: sqlite3.Connection, view: View, start: str, limit: int) -> list[str]:
    """Words of the view that begin with `start`, the most frequent first, as they are most often written."""
    folded = fold(start)
    if len(folded) < SHORTEST_START:
        return []
    rows = db.execute(
        "SELECT written, word, max(count) FROM (SELECT written, word, sum(form_scope.documents) AS count FROM form"
        f" JOIN form_scope ON form = id WHERE folded >= ? AND folded < ? AND {_IN_VIEW} GROUP BY form)"
        f" GROUP BY word ORDER BY sum(count) DESC, word LIMIT ?",
        (folded, folded + _LAST_LETTER, view.scopes, limit),
    )
    return [written for written, word, _count in rows if word not in STOP_WORDS]
