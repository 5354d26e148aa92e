"""Answering from the cluster: one turn to count the words of the question, one to find."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from search.asking import Asked
from search.engine import FacetValue, Hit, SearchQuery, SearchResult
from search.engines.elastic import scoring
from search.engines.elastic.cluster import Answer, Cluster
from search.engines.elastic.schema import LABEL
from search.engines.elastic.views import Clause
from search.engines.elastic.vocabulary import ViewVocabulary
from search.highlighting import Marker

MOST_VALUES = 10_000  # of one facet
DEEPEST = 1_000_000  # hits that can be leafed through
_SHOWN = [
    "key", "type", "object_id", "kind", "layer", "title", "url", "text", "published", "updated", "keywords",
]  # fmt: skip
_ORDER: dict[str, list[Clause]] = {
    "relevance": [],
    "-published_at": [{"published": {"order": "desc", "missing": 0}}],
    "title": [{"sort_title": "asc"}],
}


def answer(cluster: Cluster, vocabulary: ViewVocabulary, query: SearchQuery, asked: Asked) -> SearchResult:
    """The answer of a view to a question that has been understood."""
    if query.text.strip() and not asked.weights and not query.tuning.pinned:
        return SearchResult(0, facets=dict.fromkeys(query.facets, ()), did_you_mean=asked.did_you_mean)
    searches = [_search(vocabulary, query, asked)]
    is_ranked = bool(asked.weights) and query.ordering == "relevance"
    if is_ranked and query.offset:
        searches.append(_best(vocabulary, query, asked))
    found, *more = cluster.ask(*((vocabulary.view.index, body) for body in searches))
    hits = found["hits"]["hits"]
    best = _best_score(more[0]["hits"]["hits"] if more else hits) if is_ranked else None
    return SearchResult(
        count=found["hits"]["total"]["value"],
        hits=tuple(_hit(hit, best, asked) for hit in hits),
        facets=_facets(query, found.get("aggregations", {})),
        did_you_mean=asked.did_you_mean,
    )


def shares(
    cluster: Cluster, vocabulary: ViewVocabulary, query: SearchQuery, asked: Asked, keys: list[str]
) -> dict[str, dict[str, float]]:
    """Key of a document -> term -> its share in the score, before any factor."""
    if not (keys and asked.weights):
        return {key: {} for key in keys}
    counts = vocabulary.count(asked.weights)
    scored = scoring.scored(asked, counts, vocabulary.documents_in_index, query.tuning, is_explained=True)
    wanted = {"bool": {"must": [scored], "filter": [{"terms": {"key": keys}}]}}
    return {key: {} for key in keys} | cluster.shares(vocabulary.view.index, wanted, len(keys))


def _search(vocabulary: ViewVocabulary, query: SearchQuery, asked: Asked) -> Clause:
    """What editors pinned for this question stands first, in their order, whether its words fit or not."""
    ordering = query.ordering if asked.weights or query.ordering != "relevance" else "-published_at"
    arms = scoring.pinned(query.tuning.pinned)
    if asked.weights or not query.text.strip():
        arms.append(_text(vocabulary, query, asked))
    return {
        "query": _readable(vocabulary, query, {"dis_max": {"queries": arms}}),
        "post_filter": {"bool": {"filter": list(_filters(query).values())}},
        "aggs": {name: _counting(query, name) for name in query.facets},
        "sort": [{"_score": "desc"}, *_ORDER[ordering], {"key": "asc"}],
        "from": min(query.offset, DEEPEST - query.limit),
        "size": query.limit if query.offset <= DEEPEST - query.limit else 0,
        "track_total_hits": True,
        "_source": [*_SHOWN, "marks"] if asked.weights else _SHOWN,
    }


def _best(vocabulary: ViewVocabulary, query: SearchQuery, asked: Asked) -> Clause:
    """The best hit of the whole answer, by which scores are measured; what is pinned stands apart."""
    words_only = _readable(vocabulary, query, _text(vocabulary, query, asked))
    words_only["bool"]["filter"] += _filters(query).values()
    words_only["bool"]["must_not"] += [scoring.documents_of(thing) for thing in query.tuning.pinned]
    best_first = [{"_score": "desc"}, {"key": "asc"}]
    return {"query": words_only, "size": 1, "sort": best_first, "_source": False, "track_total_hits": False}


def _readable(vocabulary: ViewVocabulary, query: SearchQuery, fitting: Clause) -> Clause:
    conditions = list(vocabulary.view.conditions)
    if query.updated_since:
        conditions.append({"range": {"updated": {"gte": query.updated_since.timestamp()}}})
    excluded = [scoring.documents_of(thing) for thing in query.tuning.excluded]
    return {"bool": {"must": [fitting], "filter": conditions, "must_not": excluded}}


def _text(vocabulary: ViewVocabulary, query: SearchQuery, asked: Asked) -> Clause:
    if not asked.weights:
        return {"match_all": {}}
    if query.ordering != "relevance":
        return scoring.containing(asked.weights)
    counts = vocabulary.count(asked.weights)
    return scoring.scored(asked, counts, vocabulary.documents_in_index, query.tuning)


def _filters(query: SearchQuery) -> dict[str, Clause]:
    return {name: {"terms": {f"values.{name}": list(wanted)}} for name, wanted in query.filters.items()}


def _counting(query: SearchQuery, field: str) -> Clause:
    """The values of a field, counted as if it were not filtered by: what else could be chosen there."""
    others = [clause for name, clause in _filters(query).items() if name != field]
    values = {"terms": {"field": f"labels.{field}", "size": MOST_VALUES}}
    return {"filter": {"bool": {"filter": others}}, "aggs": {"values": values}} if others else values


def _facets(query: SearchQuery, aggregations: Answer) -> dict[str, tuple[FacetValue, ...]]:
    found = {name: aggregations[name] for name in query.facets}
    return {name: _counted(one.get("values", one)["buckets"]) for name, one in found.items()}


def _counted(buckets: list[Answer]) -> tuple[FacetValue, ...]:
    """The values, the most frequent first; a value has one label, its usual one."""
    found: dict[str, tuple[str, int]] = {}
    for bucket in buckets:
        value, _, label = bucket["key"].partition(LABEL)
        usual, so_far = found.get(value, (label, 0))
        found[value] = usual, so_far + bucket["doc_count"]
    listed = [FacetValue(value, label, count) for value, (label, count) in found.items()]
    return tuple(sorted(listed, key=lambda one: (-one.count, one.label)))


def _best_score(hits: list[Answer]) -> float | None:
    return next((score for hit in hits if (score := hit["sort"][0]) < scoring.PINNED / 2), None)


def _hit(found: Answer, best: float | None, asked: Asked) -> Hit:
    source: dict[str, Any] = found["_source"]
    marker = Marker(_forms_in(source.get("marks", ()), asked.weights))
    score = found["sort"][0]
    is_pinned = score >= scoring.PINNED / 2
    return Hit(
        key=source["key"],
        type=source["type"],
        object_id=source["object_id"],
        kind=source["kind"],
        layer=source["layer"],
        title=source["title"],
        url=source["url"],
        snippet=marker.snippet(source["text"]),
        score=round(score / best, 2) if best and not is_pinned else 1.0,
        keywords={name: tuple((value, label) for value, label in pairs) for name, pairs in source["keywords"].items()},
        published_at=_moment(source["published"]),
        updated_at=_moment(source["updated"]),
    )


def _forms_in(marks: list[str] | tuple[str, ...], weights: Mapping[str, float]) -> dict[str, str]:
    """The words of one hit that were looked for, as they are written; a compound stands for its members too."""
    forms: dict[str, str] = {}
    for mark in marks:
        written, *terms = mark.split(" ")
        for term in terms:
            if term in weights:
                forms[written] = term
                break
    return forms


def _moment(seconds: float | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
