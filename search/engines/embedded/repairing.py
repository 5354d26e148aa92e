"""What a reader probably meant by a word that her documents do not know, from their own words."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterator

from search.analysis.folding import fold
from search.engines.embedded.views import View
from search.spelling import JOINTS, LONGEST_ENDING, SHORTEST, distance, ends, slips_forgiven, without_ending

# The plus keeps SQLite from looking up every scope of the view for every word: words stand in few scopes.
_IN_VIEW = "+scope IN (SELECT value FROM json_each(?))"
_LAST_LETTER = "\U0010ffff"


def repaired(db: sqlite3.Connection, view: View, word: str) -> str | None:
    """The word meant, as it is written in her documents, or None.

    Fewest slips first, then the same first letter, then the word that stands in most of her documents. Where nothing is
    near, endings are left aside: of a long word the texts may know other forms only.
    """
    folded = fold(word)
    for bare, similar in ((str, _similar), (without_ending, _similar_beginning)):
        for slips in range(1, slips_forgiven(folded) + 1):
            near = {
                id: plain
                for id, plain in similar(db, folded, slips)
                if distance(bare(folded), bare(plain), slips) == slips
            }
            seen = _documents_with(db, view, near)
            if seen:
                return min((near[id][:1] != folded[:1], -count, written) for id, written, count in seen)[-1]
    return None


def repaired_compound(db: sqlite3.Connection, view: View, word: str) -> str | None:
    """The same for a compound that no document has: one member is known to them, the other one was misspelt."""
    places = range(SHORTEST, len(word) - SHORTEST + 1)
    known = _standing_in(db, view, {fold(half) for place in places for half in (word[:place], word[place:])})
    for place in reversed(places):
        if fold(word[:place]) in known:
            for joint in _joints(word[place:].startswith):
                if better := repaired(db, view, word[place:].removeprefix(joint)):
                    return f"{word[:place]}{joint}{better}".capitalize()
    for place in places:
        if fold(word[place:]) in known:
            for joint in _joints(word[:place].endswith):
                if better := repaired(db, view, word[:place].removesuffix(joint)):
                    return f"{better}{joint}{word[place:]}".capitalize()
    return None


def _joints(fits: Callable[[str], bool]) -> list[str]:
    """What may stand between the members there, longer ones first."""
    return [joint for joint in JOINTS if fits(joint)]


def _standing_in(db: sqlite3.Connection, view: View, folded: Collection[str]) -> set[str]:
    """Those of these spellings that stand in the view."""
    rows = db.execute(
        f"SELECT folded FROM form WHERE folded IN ({', '.join('?' * len(folded))})"
        f" AND EXISTS (SELECT 1 FROM form_scope WHERE form = form.id AND {_IN_VIEW})",
        (*folded, view.scopes),
    )
    return {plain for (plain,) in rows}


def _similar_beginning(db: sqlite3.Connection, folded: str, slips: int) -> Iterator[tuple[int, str]]:
    """Forms, hidden ones too, that begin like the misspelt word, whatever their ending."""
    start, _end = ends(without_ending(folded), slips)
    most = slips + LONGEST_ENDING
    yield from db.execute(
        "SELECT id, folded FROM form WHERE folded >= ? AND folded < ?"
        " AND length(folded) BETWEEN ? AND ? AND documents > 0",
        (start, start + _LAST_LETTER, len(folded) - most, len(folded) + most),
    )


def _similar(db: sqlite3.Connection, folded: str, slips: int) -> Iterator[tuple[int, str]]:
    """Forms, hidden ones too, that begin or end like the misspelt word and have nearly its letters."""
    start, end = ends(folded, slips)
    lengths = len(folded) - slips, len(folded) + slips
    for column, half in (("folded", start), ("backwards", end[::-1])):
        if half:
            yield from db.execute(
                f"SELECT id, folded FROM form WHERE {column} >= ? AND {column} < ?"
                f" AND length(folded) BETWEEN ? AND ? AND documents > 0",
                (half, half + _LAST_LETTER, *lengths),
            )


def _documents_with(db: sqlite3.Connection, view: View, forms: Collection[int]) -> list[tuple[int, str, int]]:
    """Those of the forms that stand in the view: id, as written, in how many documents."""
    return db.execute(
        f"SELECT id, written, sum(form_scope.documents) FROM form JOIN form_scope ON form = id"
        f" WHERE id IN ({', '.join('?' * len(forms))}) AND {_IN_VIEW} GROUP BY id",
        (*forms, view.scopes),
    ).fetchall()
