"""How words are spelt in what a reader may see, for repairing a misspelt one."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator

from search.engines.embedded.views import View
from search.spelling import LONGEST_ENDING, ends, without_ending

# The plus keeps SQLite from looking up every scope of the view for every word: words stand in few scopes.
_IN_VIEW = "+scope IN (SELECT value FROM json_each(?))"
_LAST_LETTER = "\U0010ffff"


class ViewSpellings:
    """`search.repairing.Spellings` of a view; forms are the ids of their rows."""

    def __init__(self, db: sqlite3.Connection, view: View) -> None:
        self._db, self._view = db, view

    def similar(self, folded: str, slips: int) -> Iterator[tuple[int, str]]:
        """Forms, hidden ones too, that begin or end like the misspelt word and have nearly its letters."""
        start, end = ends(folded, slips)
        lengths = len(folded) - slips, len(folded) + slips
        for column, half in (("folded", start), ("backwards", end[::-1])):
            if half:
                yield from self._db.execute(
                    f"SELECT id, folded FROM form WHERE {column} >= ? AND {column} < ?"
                    f" AND length(folded) BETWEEN ? AND ? AND documents > 0",
                    (half, half + _LAST_LETTER, *lengths),
                )

    def similar_beginning(self, folded: str, slips: int) -> Iterator[tuple[int, str]]:
        """Forms, hidden ones too, that begin like the misspelt word, whatever their ending."""
        start, _end = ends(without_ending(folded), slips)
        most = slips + LONGEST_ENDING
        yield from self._db.execute(
            "SELECT id, folded FROM form WHERE folded >= ? AND folded < ?"
            " AND length(folded) BETWEEN ? AND ? AND documents > 0",
            (start, start + _LAST_LETTER, len(folded) - most, len(folded) + most),
        )

    def documents_with(self, forms: Collection[int]) -> list[tuple[int, str, int]]:
        """Those of the forms that stand in the view: id, as written, in how many documents."""
        return self._db.execute(
            f"SELECT id, written, sum(form_scope.documents) FROM form JOIN form_scope ON form = id"
            f" WHERE id IN ({', '.join('?' * len(forms))}) AND {_IN_VIEW} GROUP BY id",
            (*forms, self._view.scopes),
        ).fetchall()

    def standing_in(self, folded: Collection[str]) -> set[str]:
        """Those of these spellings that stand in the view."""
        rows = self._db.execute(
            f"SELECT folded FROM form WHERE folded IN ({', '.join('?' * len(folded))})"
            f" AND EXISTS (SELECT 1 FROM form_scope WHERE form = form.id AND {_IN_VIEW})",
            (*folded, self._view.scopes),
        )
        return {plain for (plain,) in rows}
