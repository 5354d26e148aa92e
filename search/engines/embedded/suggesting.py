"""How typed letters may go on: titles first, then words. Surface forms only, because stems break beginnings."""

from __future__ import annotations

import sqlite3

from search.analysis.folding import fold
from search.analysis.tokens import words_in
from search.engine import Suggestion
from search.engines.embedded.views import View
from search.engines.embedded.vocabulary import words_beginning

LONGEST_START = 100  # characters


def suggest(db: sqlite3.Connection, view: View, text: str, limit: int) -> list[Suggestion]:
    """Documents in whose title every typed word begins a word, and words that the last one may become."""
    typed = list(words_in(text[:LONGEST_START]))
    if not typed:
        return []
    suggestions = _titles(db, view, [fold(one.word) for one in typed], limit)
    if len(suggestions) < limit and len(typed) == 1:
        titles = {suggestion.text.lower() for suggestion in suggestions}
        words = words_beginning(db, view, typed[0].word, limit)
        suggestions += [Suggestion(word, "word", "") for word in words if word.lower() not in titles]
    return suggestions[:limit]


def _titles(db: sqlite3.Connection, view: View, starts: list[str], limit: int) -> list[Suggestion]:
    """Titles that begin with the first typed word stand first; then the newest. Each title once per address."""
    rows = db.execute(
        "SELECT DISTINCT document.title, type, url FROM title_start JOIN listing ON listing.id = title_start.rowid"
        " JOIN document ON document.id = title_start.rowid"
        " WHERE title_start MATCH ? AND scope IN (SELECT value FROM json_each(?))"
        " ORDER BY words NOT GLOB ?, ifnull(published, 0) DESC, sort_title, document.id LIMIT ?",
        (" AND ".join(f'"{start}"*' for start in starts), view.scopes, f"{starts[0]}*", limit),
    )
    return [Suggestion(*row) for row in rows]
