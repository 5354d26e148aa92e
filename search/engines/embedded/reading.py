"""Answering from an index file. Every function runs inside one read transaction, so totals and hits agree."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from heapq import nsmallest
from typing import Any

from search.asking import Asked, ask
from search.engine import FacetValue, Hit, SearchQuery, SearchResult
from search.engines.embedded import scoring
from search.engines.embedded.views import Keyword, Keywords, View
from search.engines.embedded.vocabulary import IndexVocabulary, forms_to_mark
from search.engines.embedded.words import Form
from search.highlighting import Marker

Match = tuple[int, float | str, int, str]
"""1 unless it is pinned, what is sorted by (smaller first), document id, its keyword ids. There may be ten thousand of
them for one question, so they stay as SQLite gives them, and only those of the page are put in order."""
_PINNED_SCORE = 1.0


def search(db: sqlite3.Connection, view: View, keywords: Keywords, query: SearchQuery) -> SearchResult:
    """The answer of this view to the query."""
    asked = ask(query, IndexVocabulary(db, view))
    matches = _matches(db, view, query, asked)
    first = nsmallest(query.offset + query.limit, matches)
    best = _best_score(first) if asked.weights and query.ordering == "relevance" else None
    return SearchResult(
        count=len(matches),
        hits=_hits(db, view, keywords, first[query.offset :], best, asked),
        facets=_facets(db, view, keywords, query, asked, matches),
        did_you_mean=asked.did_you_mean,
    )


def _matches(db: sqlite3.Connection, view: View, query: SearchQuery, asked: Asked) -> list[Match]:
    """Every readable document that fits. Equals are in order by id, so that pages neither repeat nor leave out.

    What editors pinned for this question stands first, in their order, whether its words fit or not.
    """
    conditions, values = _filters(query)
    matches = _fitting(db, view, query, asked, conditions, values)
    if query.tuning.excluded or query.tuning.pinned:
        excluded = scoring.documents_of(db, query.tuning.excluded)
        pinned = scoring.documents_of(db, query.tuning.pinned)
        matches = [match for match in matches if match[2] not in excluded and match[2] not in pinned]
        matches += _pinned(db, view, pinned.keys() - excluded.keys(), pinned, conditions, values)
    return matches


def _fitting(
    db: sqlite3.Connection,
    view: View,
    query: SearchQuery,
    asked: Asked,
    conditions: list[str],
    values: list[str | float],
) -> list[Match]:
    if query.text.strip() and not asked.weights:
        return []
    sorted_by = {"-published_at": "-ifnull(published, 0)", "title": "sort_title"}
    order = sorted_by.get(query.ordering, "-ifnull(published, 0)")
    source: str = "listing"
    source_values: scoring.Values = []
    if asked.weights:
        if query.ordering == "relevance":
            source, source_values = scoring.scored(view, asked.weights, query.tuning, asked.neighbours)
            order = "score"
        else:
            source, source_values = scoring.containing(view, asked.weights)
        source += " JOIN listing USING (id)"
    if not (asked.weights and view.is_whole_public_index):
        conditions, values = [*conditions, "scope IN (SELECT value FROM json_each(?))"], [*values, view.scopes]
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    return db.execute(f"SELECT 1, {order}, id, keywords FROM {source}{where}", [*source_values, *values]).fetchall()


def _pinned(
    db: sqlite3.Connection,
    view: View,
    ids: Iterable[int],
    places: Mapping[int, int],
    conditions: list[str],
    values: list[str | float],
) -> list[Match]:
    wanted = ", ".join(map(str, ids))
    where = " AND ".join([*conditions, f"id IN ({wanted})", "scope IN (SELECT value FROM json_each(?))"])
    rows = db.execute(f"SELECT id, keywords FROM listing WHERE {where}", [*values, view.scopes])
    return [(0, float(places[id]), id, keywords) for id, keywords in rows]


def _best_score(first: list[Match]) -> float | None:
    """That of the best hit that is not pinned. `first` begins with the first hit of all, whatever page is asked for."""
    return next((float(score) for is_not_pinned, score, _, _ in first if is_not_pinned), None)


def _filters(query: SearchQuery) -> tuple[list[str], list[str | float]]:
    conditions: list[str] = []
    values: list[str | float] = []
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


def _hits(
    db: sqlite3.Connection, view: View, keywords: Keywords, page: list[Match], best: float | None, asked: Asked
) -> tuple[Hit, ...]:
    forms = forms_to_mark(db, view, asked)
    rows = db.execute(
        "SELECT id, forms, key, type, object_id, kind, layer, title, url, text, published, updated"
        f" FROM document JOIN listing USING (id) WHERE id IN ({', '.join(str(id) for _, _, id, _ in page)})"
    )
    by_id = {row[0]: row[1:] for row in rows}
    return tuple(
        _hit(
            by_id[id][1:],
            _marker(forms, by_id[id][0]),
            _relative(score, best) if is_not_pinned else _PINNED_SCORE,
            _by_field(keywords.get(db, listed.split())),
        )
        for is_not_pinned, score, id, listed in page
    )


def _marker(forms: Mapping[str, tuple[Form, str]], in_document: str) -> Marker:
    """For the forms that one document has: of hundreds of compounds it holds a few."""
    found = (forms[id] for id in forms.keys() & in_document.split())
    return Marker({form.written: term for form, term in found})


def _relative(score: float | str, best: float | None) -> float:
    return round(float(score) / best, 2) if best else 1.0


def _hit(
    row: tuple[Any, ...], marker: Marker, score: float, keywords: Mapping[str, tuple[tuple[str, str], ...]]
) -> Hit:
    key, type, object_id, kind, layer, title, url, text, published, updated = row
    snippet = marker.snippet(text)
    dates = _moment(published), _moment(updated)
    return Hit(key, type, object_id, kind, layer, title, url, snippet, score, keywords, *dates)


def _by_field(keywords: Iterable[Keyword]) -> dict[str, tuple[tuple[str, str], ...]]:
    told: dict[str, tuple[tuple[str, str], ...]] = {}
    for name, value, label in keywords:
        told[name] = (*told.get(name, ()), (value, label))
    return told


def _moment(seconds: float | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)


def _facets(
    db: sqlite3.Connection,
    view: View,
    keywords: Keywords,
    query: SearchQuery,
    asked: Asked,
    matches: list[Match],
) -> dict[str, tuple[FacetValue, ...]]:
    """Per field its values with counts, each field as if it were not filtered by: what else could be chosen there."""
    facets = _counted(db, keywords, matches, query.facets)
    for name in set(query.facets) & set(query.filters):
        others = {field: values for field, values in query.filters.items() if field != name}
        without = _matches(db, view, replace(query, filters=others, ordering="title"), asked)
        facets |= _counted(db, keywords, without, (name,))
    return facets


def _counted(
    db: sqlite3.Connection, keywords: Keywords, matches: list[Match], fields: Sequence[str]
) -> dict[str, tuple[FacetValue, ...]]:
    """Per field the values of the matches, the most frequent first; a value has one label, its usual one."""
    if not fields:
        return {}
    counts = Counter(" ".join([listed for *_, listed in matches]).split())
    return {name: _by_frequency(counts, known) for name, known in keywords.of_fields(db, fields, counts).items()}


def _by_frequency(counts: Mapping[str, int], known: Iterable[tuple[str, Keyword]]) -> tuple[FacetValue, ...]:
    labels: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for id, (_field, value, label) in known:
        if id in counts:
            labels[value].append((counts[id], label))
    listed = [FacetValue(value, max(told)[1], sum(count for count, _ in told)) for value, told in labels.items()]
    return tuple(sorted(listed, key=lambda one: (-one.count, one.label)))
