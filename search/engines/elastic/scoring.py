"""The part of a question that scores: which documents have some of the terms, and how well they fit.

Elasticsearch weighs a word by Lucene's inverse document frequency; each clause is boosted by SQLite's over Lucene's, so
that a word in more than half of the documents counts for nothing with both engines.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import log

from search.asking import Asked, name_of_pair
from search.engine import Thing, Tuning
from search.engines.elastic.schema import FINENESS, FINENESS_APART, K1
from search.engines.elastic.views import Clause
from search.engines.elastic.vocabulary import Count
from search.ranking import NEAR, TOGETHER, FieldWeights

LEAST_IDF = 1e-6  # SQLite's
PINNED = 1e6
"""Score of what is pinned first; the others follow by STEP. No score that words give comes near."""
STEP = 1e3
_FIELDS = {
    "title": "title_terms",
    "summary": "summary_terms",
    "body": "body_terms",
    "title_parts": "title_parts",
    "text_parts": "text_parts",
}
_IN_ORDER = ("title_terms", "summary_terms", "body_terms")


def scored(
    asked: Asked, counts: Mapping[str, Count], documents: int, tuning: Tuning, *, is_explained: bool = False
) -> Clause:
    """Documents with any of the terms; larger is better. To be explained, each part has a name for its share.

    Elasticsearch asks every hit once more for each part that has one.
    """
    boosts = {term: _boost(counts[term].in_index, documents) for term in asked.weights}
    clauses = [_term(term, weight * boosts[term], tuning) for term, weight in asked.weights.items()]
    clauses += [_together(pair, boosts, tuning) for pair in asked.neighbours]
    if is_explained:
        names = [*asked.weights, *map(name_of_pair, asked.neighbours)]
        clauses = [{"bool": {"must": [clause], "_name": name}} for clause, name in zip(clauses, names, strict=True)]
    any_of: Clause = {"bool": {"should": clauses, "minimum_should_match": 1}}
    if not tuning.kind_weights:
        return any_of
    factors = [{"filter": {"term": {"kind": kind}}, "weight": factor} for kind, factor in tuning.kind_weights.items()]
    return {"function_score": {"query": any_of, "functions": factors, "score_mode": "first", "boost_mode": "multiply"}}


def containing(weights: Mapping[str, float]) -> Clause:
    """Documents with any of the terms, where nobody asks how well they fit."""
    return {"constant_score": {"filter": {"terms": {"words": list(weights)}}}}


def pinned(things: tuple[Thing, ...]) -> list[Clause]:
    """One clause per thing, in their order far above all that words give."""
    return [
        {"constant_score": {"filter": documents_of(thing), "boost": PINNED - place * STEP}}
        for place, thing in enumerate(things)
    ]


def documents_of(thing: Thing) -> Clause:
    """All documents of a thing."""
    return {"bool": {"filter": [{"term": {"type": thing.type}}, {"term": {"object_id": thing.object_id}}]}}


def _together(neighbours: tuple[str, str], boosts: Mapping[str, float], tuning: Tuning) -> Clause:
    """What both words give once more where they stand together."""
    near = [
        {"span_near": {"clauses": _each(neighbours, field), "slop": NEAR, "in_order": False}} for field in _IN_ORDER
    ]
    both = [_term(term, TOGETHER * boosts[term], tuning) for term in neighbours]
    return {"bool": {"must": both, "filter": {"bool": {"should": near}}}}


def _each(terms: Iterable[str], field: str) -> list[Clause]:
    return [{"span_term": {field: term}} for term in terms]


def _term(term: str, boost: float, tuning: Tuning) -> Clause:
    if not tuning.field_weights:
        boost *= (K1 + 1) / (K1 * FINENESS + 1)  # both multiply by k1 + 1
        return {"term": {"words": {"value": term, "boost": boost}}}
    boost *= (K1 + 1) / (K1 * FINENESS_APART + 1)
    fields = FieldWeights.tuned(tuning.field_weights)._asdict()
    fineness = max(FINENESS_APART, 1 / min(fields.values()))
    named = [f"{_FIELDS[name]}^{weight * fineness}" for name, weight in fields.items()]
    return {"combined_fields": {"query": term, "fields": named, "boost": boost}}


def _boost(having: int, documents: int) -> float:
    """SQLite's weight of a term over Lucene's."""
    odds = (documents - having + 0.5) / (having + 0.5)
    return max(log(odds), LEAST_IDF) / log(1 + odds)
