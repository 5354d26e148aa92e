"""The words of what a reader may see: which are known, which are close to a misspelt one, which begin with letters."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection

from search.analysis.folding import fold
from search.analysis.stopwords import STOP_WORDS
from search.asking import Known
from search.engines.embedded.repairing import ViewSpellings
from search.engines.embedded.views import View
from search.repairing import repaired, repaired_compound

# The plus keeps SQLite from looking up every scope of the view for every word: words stand in few scopes.
_IN_VIEW = "+scope IN (SELECT value FROM json_each(?))"
# Forms of terms, then compounds with them; a form may come twice.
_FORMS_OF = (
    "SELECT term, written, id, documents FROM form WHERE term IN ({}) UNION ALL"
    " SELECT part, written, id, documents FROM form_part JOIN form ON id = form WHERE part IN ({})"
)
_LAST_LETTER = "\U0010ffff"
SHORTEST_START = 3  # letters from which words are completed


class IndexVocabulary:
    """The words of a view, inside one read transaction."""

    def __init__(self, db: sqlite3.Connection, view: View) -> None:
        self._db, self._view = db, view

    @property
    def documents(self) -> int:
        return self._view.documents

    def known(self, terms: Collection[str]) -> Known:
        return known_terms(self._db, self._view, terms)

    def frequent(self, terms: Collection[str], most: float) -> set[str]:
        return frequent_terms(self._db, self._view, terms, most)

    def repaired(self, word: str) -> str | None:
        spellings = ViewSpellings(self._db, self._view)
        return repaired(spellings, word) or repaired_compound(spellings, word)


def known_terms(db: sqlite3.Connection, view: View, terms: Collection[str]) -> Known:
    """Those of the terms that stand somewhere in the view, and the forms they have there."""
    rows = db.execute(
        f"SELECT term, written FROM ({_FORMS_OF.format(_marks(terms), _marks(terms))})"
        f" WHERE EXISTS (SELECT 1 FROM form_scope WHERE form = id AND {_IN_VIEW})",
        (*terms, *terms, view.scopes),
    ).fetchall()
    return Known(frozenset(term for term, _ in rows), {written: term for term, written in reversed(rows)})


def frequent_terms(db: sqlite3.Connection, view: View, terms: Collection[str], most: float) -> set[str]:
    """Those of the terms that stand in more than `most` documents of the view.

    A document with two forms of a term counts twice at first, and hidden ones count too: whatever is rare even so needs
    no closer look. The rest is counted in the view, once for as long as nothing is written.
    """
    forms = _FORMS_OF.format(_marks(terms), _marks(terms))
    statement = f"SELECT term FROM ({forms}) GROUP BY term HAVING sum(documents) > ?"
    maybe = [term for (term,) in db.execute(statement, (*terms, *terms, most))]
    return {term for term, documents in count_documents(db, view, maybe).items() if documents > most}


def count_documents(db: sqlite3.Connection, view: View, terms: Collection[str]) -> dict[str, int]:
    """In how many documents of the view each term stands."""
    for term in set(terms) - view.counted.keys():
        view.counted[term] = db.execute(
            f"SELECT count(*) FROM {view.full_text} JOIN listing ON listing.id = {view.full_text}.rowid"
            f" WHERE {view.full_text} MATCH ? AND {_IN_VIEW}",
            (f'"{term}"', view.scopes),
        ).fetchone()[0]
    return {term: view.counted[term] for term in terms}


def _marks(values: Collection[object]) -> str:
    return ", ".join("?" * len(values))


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
