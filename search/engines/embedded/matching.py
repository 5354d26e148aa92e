"""Which documents fit a question, and in which order: worked out inside SQLite, in a table of the connection's own.

There may be ten thousand for one question, of which a page shows twenty. Each row that SQLite hands over costs a turn
for the interpreter's lock, so the others stay where they are and only what holds for all of them comes out.
"""

from __future__ import annotations

import json
import sqlite3
from typing import NamedTuple

from search.asking import Asked
from search.engine import SearchQuery
from search.engines.embedded import scoring
from search.engines.embedded.scoring import Values
from search.engines.embedded.views import View

# `place` is what is sorted by, smaller first: a score, a date or a title.
TABLE = "CREATE TEMP TABLE match (id INTEGER PRIMARY KEY, is_pinned INTEGER NOT NULL DEFAULT 0, place NOT NULL);"
_SORTED_BY = {"-published_at": "-ifnull(published, 0)", "title": "sort_title"}
_IN_VIEW = "scope IN (SELECT value FROM json_each(?))"


class Matches(NamedTuple):
    """What holds for all documents that fit."""

    total: int
    best: float | str | None
    """The first place of those that are not pinned."""
    keywords: str
    """The keyword ids of all of them, each as often as it occurs."""


class Place(NamedTuple):
    """A document that fits, on the page that was asked for."""

    id: int
    is_pinned: bool
    place: float | str


def find(db: sqlite3.Connection, view: View, query: SearchQuery, asked: Asked) -> Matches:
    """Look for every readable document that fits, in place of what was looked for before.

    What editors pinned for this question stands first, in their order, whether its words fit or not.
    """
    db.execute("DELETE FROM match")
    filters = _filters(query)
    if asked.weights or not query.text.strip():
        _find_fitting(db, view, query, asked, filters)
    if query.tuning.excluded or query.tuning.pinned:
        _move_by_editors(db, view, query, filters)
    row = db.execute(
        "SELECT count(*), min(CASE WHEN is_pinned THEN NULL ELSE place END), ifnull(group_concat(keywords, ' '), '')"
        " FROM match JOIN listing USING (id)"
    ).fetchone()
    return Matches(*row)


def page(db: sqlite3.Connection, query: SearchQuery) -> list[Place]:
    """Those of the page, best first. Equals are in order by id, so that pages neither repeat nor leave out."""
    rows = db.execute(
        "SELECT id, is_pinned, place FROM match ORDER BY is_pinned DESC, place, id LIMIT ? OFFSET ?",
        (query.limit, query.offset),
    )
    return [Place(*row) for row in rows.fetchall()]


def _find_fitting(
    db: sqlite3.Connection, view: View, query: SearchQuery, asked: Asked, filters: tuple[list[str], Values]
) -> None:
    """A document that several words find comes once for each, and its scores add up."""
    conditions, values = filters
    place, table, sought = _SORTED_BY.get(query.ordering, _SORTED_BY["-published_at"]), "listing", Values()
    if asked.weights and query.ordering == "relevance":
        table, sought = scoring.scored(view, asked.weights, query.tuning, asked.neighbours)
        place = "score"
    elif asked.weights:
        table, sought = scoring.containing(view, asked.weights)
    if not (asked.weights and view.is_whole_public_index):
        conditions, values = [*conditions, _IN_VIEW], [*values, view.scopes]
    if asked.weights and (conditions or place != "score"):
        table += " CROSS JOIN listing USING (id)"  # in this order: each word's documents are read once, as they come
    db.execute(
        f"INSERT INTO match (id, place) SELECT id, {place} FROM {table} WHERE {' AND '.join(conditions) or 'true'}"
        " ON CONFLICT (id) DO UPDATE SET place = place + excluded.place",
        [*sought, *values],
    )
    if place == "score" and query.tuning.kind_weights:
        factor, factors = scoring.factor_of_kind(query.tuning)
        db.execute(
            f"UPDATE match SET place = place * (SELECT {factor} FROM document WHERE document.id = match.id)", factors
        )


def _move_by_editors(db: sqlite3.Connection, view: View, query: SearchQuery, filters: tuple[list[str], Values]) -> None:
    """Take out what they excluded, and put what they pinned to the beginning; filters and audience hold for it too."""
    excluded = scoring.documents_of(db, query.tuning.excluded)
    pinned = scoring.documents_of(db, query.tuning.pinned)
    db.execute("DELETE FROM match WHERE id IN (SELECT value FROM json_each(?))", (json.dumps([*excluded, *pinned]),))
    conditions, values = filters
    db.executemany(
        "INSERT INTO match (id, is_pinned, place)"
        f" SELECT id, 1, ? FROM listing WHERE {' AND '.join(['id = ?', *conditions, _IN_VIEW])}",
        [(place, id, *values, view.scopes) for id, place in pinned.items() if id not in excluded],
    )


def _filters(query: SearchQuery) -> tuple[list[str], Values]:
    conditions: list[str] = []
    values: Values = []
    for name, wanted in query.filters.items():
        conditions.append(
            "+id IN (SELECT document FROM document_keyword JOIN keyword ON keyword.id = keyword"
            f" WHERE field = ? AND value IN ({', '.join('?' * len(wanted))}))"
        )
        values += [name, *wanted]
    if query.updated_since:
        conditions.append("updated >= ?")
        values.append(query.updated_since.timestamp())
    return conditions, values
