"""Answering from an index file. Every function runs inside one read transaction, so totals and hits agree."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from search.asking import Asked, ask
from search.engine import FacetValue, Hit, SearchQuery, SearchResult
from search.engines.embedded import matching
from search.engines.embedded.documents import Found
from search.engines.embedded.keywords import Keyword, Keywords
from search.engines.embedded.matching import Matches
from search.engines.embedded.views import View
from search.engines.embedded.vocabulary import IndexVocabulary, forms_to_mark
from search.highlighting import Marker

_PINNED_SCORE = 1.0


def search(db: sqlite3.Connection, view: View, keywords: Keywords, query: SearchQuery) -> SearchResult:
    """The answer of this view to the query."""
    asked = ask(query, IndexVocabulary(db, view))
    matches = matching.find(db, view, query, asked)
    return SearchResult(
        count=matches.total,
        hits=_hits(db, view, keywords, query, asked, matches),
        facets=_facets(db, view, keywords, query, asked, matches),
        did_you_mean=asked.did_you_mean,
    )


def _hits(
    db: sqlite3.Connection, view: View, keywords: Keywords, query: SearchQuery, asked: Asked, matches: Matches
) -> tuple[Hit, ...]:
    page = matching.page(db, query)
    documents = view.read.of(db, keywords, [one.id for one in page])
    to_mark = forms_to_mark(db, view, asked)
    wanted = frozenset(to_mark.terms)
    best = matches.best if asked.weights and query.ordering == "relevance" else None
    return tuple(
        _hit(
            documents[id],
            {to_mark.written[form]: to_mark.terms[form] for form in documents[id].forms & wanted},
            _PINNED_SCORE if is_pinned else _relative(place, best),
        )
        for id, is_pinned, place in page
    )


def _relative(place: float | str, best: float | str | None) -> float:
    return round(float(place) / float(best), 2) if best else 1.0


def _hit(found: Found, marked: Mapping[str, str], score: float) -> Hit:
    """With those forms marked that it has: of hundreds of compounds a document holds a few."""
    snippet = Marker(marked).snippet(found.text)
    return Hit(
        found.key, found.type, found.object_id, found.kind, found.layer, found.title, found.url, snippet, score,
        found.keywords, found.published_at, found.updated_at,
    )  # fmt: skip


def _facets(
    db: sqlite3.Connection, view: View, keywords: Keywords, query: SearchQuery, asked: Asked, matches: Matches
) -> dict[str, tuple[FacetValue, ...]]:
    """Per field its values with counts, each field as if it were not filtered by: what else could be chosen there."""
    facets = _counted(db, keywords, matches, query.facets)
    for name in set(query.facets) & set(query.filters):
        others = {field: values for field, values in query.filters.items() if field != name}
        without = matching.find(db, view, replace(query, filters=others, ordering="title"), asked)
        facets |= _counted(db, keywords, without, (name,))
    return facets


def _counted(
    db: sqlite3.Connection, keywords: Keywords, matches: Matches, fields: Sequence[str]
) -> dict[str, tuple[FacetValue, ...]]:
    """Per field the values of the matches, the most frequent first; a value has one label, its usual one."""
    if not fields:
        return {}
    counts = Counter(matches.keywords.split())
    return {name: _by_frequency(counts, known) for name, known in keywords.of_fields(db, fields, counts).items()}


def _by_frequency(counts: Mapping[str, int], known: Iterable[tuple[str, Keyword]]) -> tuple[FacetValue, ...]:
    labels: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for id, (_field, value, label) in known:
        if id in counts:
            labels[value].append((counts[id], label))
    listed = [FacetValue(value, max(told)[1], sum(count for count, _ in told)) for value, told in labels.items()]
    return tuple(sorted(listed, key=lambda one: (-one.count, one.label)))
