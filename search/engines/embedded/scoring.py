"""The part of a statement that scores: which documents have some of the terms, and how well they fit."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Mapping

from search.engine import Thing, Tuning
from search.engines.embedded.views import View
from search.ranking import FieldWeights

Values = list[str | float]


def scored(view: View, weights: Mapping[str, float], tuning: Tuning) -> tuple[str, Values]:
    """A table `(id, score)`, smaller is better: bm25() is a sum over terms, so terms of one weight go together."""
    by_weight: dict[float, list[str]] = defaultdict(list)
    for term, weight in weights.items():
        by_weight[weight].append(term)
    fields = ", ".join(map(str, FieldWeights.tuned(tuning.field_weights)))
    arm = f"SELECT rowid AS id, ? * bm25({view.full_text}, {fields}) AS score FROM {view.full_text} WHERE {view.full_text} MATCH ?"  # noqa: E501
    values: Values = [value for weight, terms in by_weight.items() for value in (weight, _any_of(terms))]
    table = " UNION ALL ".join([arm] * len(by_weight))
    if len(by_weight) > 1:
        table = f"SELECT id, sum(score) AS score FROM ({table}) GROUP BY id"
    if tuning.kind_weights:
        cases = " ".join("WHEN ? THEN ?" for _ in tuning.kind_weights)
        table = f"SELECT id, score * CASE kind {cases} ELSE 1 END AS score FROM ({table}) JOIN document USING (id)"
        values = [*[value for pair in tuning.kind_weights.items() for value in pair], *values]
    return f"({table})", values


def shares(
    db: sqlite3.Connection, view: View, weights: Mapping[str, float], tuning: Tuning, keys: Collection[str]
) -> dict[str, dict[str, float]]:
    """Key of a document -> term -> its share in the score, larger is better."""
    found: dict[str, dict[str, float]] = {key: {} for key in keys}
    for term, weight in weights.items():
        table, values = scored(view, {term: weight}, tuning)
        for key, score in db.execute(f"SELECT key, score FROM {table} JOIN document USING (id)", values):
            if key in found:
                found[key][term] = -score
    return found


def containing(view: View, terms: Collection[str]) -> tuple[str, Values]:
    """A table `(id)` of the documents that have one of the terms, where nobody asks how well they fit."""
    return f"(SELECT rowid AS id FROM {view.full_text} WHERE {view.full_text} MATCH ?)", [_any_of(terms)]


def documents_of(db: sqlite3.Connection, things: Collection[Thing]) -> dict[int, int]:
    """The documents of these things, hidden ones too, each with the place of its thing."""
    return {
        id: place
        for place, thing in enumerate(things)
        for (id,) in db.execute(
            "SELECT id FROM document WHERE type = ? AND object_id = ?", (thing.type, thing.object_id)
        )
    }


def _any_of(terms: Collection[str]) -> str:
    return " OR ".join(f'"{term}"' for term in terms)
