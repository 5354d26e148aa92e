"""The part of a statement that scores: which documents have some of the terms, and how well they fit."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Mapping

from search.asking import Asked, name_of_pair
from search.engine import Thing, Tuning
from search.engines.embedded.views import View
from search.ranking import NEAR, TOGETHER, FieldWeights

Values = list[str | float]


def scored(
    view: View, weights: Mapping[str, float], tuning: Tuning, neighbours: Collection[tuple[str, str]] = ()
) -> tuple[str, Values]:
    """A table `(id, score)`, smaller is better: bm25() is a sum over terms, so terms of one weight go together.

    A document comes once for each weight that finds it, and what it is worth is the sum. For neighbours bm25() counts
    the words where they stand together, and only there.
    """
    by_weight: dict[float, list[str]] = defaultdict(list)
    for term, weight in weights.items():
        by_weight[weight].append(term)
    wanted = [(weight, _any_of(terms)) for weight, terms in by_weight.items()]
    if neighbours:
        wanted.append((TOGETHER, _together(neighbours)))
    fields = ", ".join(map(str, FieldWeights.tuned(tuning.field_weights)))
    arm = f"SELECT rowid AS id, ? * bm25({view.full_text}, {fields}) AS score FROM {view.full_text} WHERE {view.full_text} MATCH ?"  # noqa: E501
    return f"({' UNION ALL '.join([arm] * len(wanted))})", [value for pair in wanted for value in pair]


def factor_of_kind(tuning: Tuning) -> tuple[str, Values]:
    """What the score of a row of `document` is multiplied with."""
    cases = " ".join("WHEN ? THEN ?" for _ in tuning.kind_weights)
    return f"CASE kind {cases} ELSE 1 END" if cases else "1", [
        value for pair in tuning.kind_weights.items() for value in pair
    ]


def shares(
    db: sqlite3.Connection, view: View, asked: Asked, tuning: Tuning, keys: Collection[str]
) -> dict[str, dict[str, float]]:
    """Key of a document -> term, or two neighbours -> its share in the score, larger is better."""
    found: dict[str, dict[str, float]] = {key: {} for key in keys}
    parts = {term: scored(view, {term: weight}, tuning) for term, weight in asked.weights.items()}
    parts |= {name_of_pair(pair): scored(view, {}, tuning, [pair]) for pair in asked.neighbours}
    factor, factors = factor_of_kind(tuning)
    for name, (table, values) in parts.items():
        statement = f"SELECT key, score * {factor} FROM {table} JOIN document USING (id)"
        for key, score in db.execute(statement, [*factors, *values]):
            if key in found:
                found[key][name] = -score
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


def _together(neighbours: Collection[tuple[str, str]]) -> str:
    pairs = " OR ".join(f'NEAR("{one}" "{other}", {NEAR})' for one, other in neighbours)
    return f"{{title summary body}} : ({pairs})"


def _any_of(terms: Collection[str]) -> str:
    return " OR ".join(f'"{term}"' for term in terms)
