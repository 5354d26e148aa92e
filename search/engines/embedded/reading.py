"""Answering from an index file. Every function runs inside one read transaction, so totals and hits agree."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from search.analysis import Question, QuestionWord, chain, read_question
from search.engine import FacetValue, Hit, SearchQuery, SearchResult
from search.engines.embedded import schema
from search.engines.embedded.views import Keyword, Keywords, View
from search.engines.embedded.vocabulary import Known, frequent_terms, known_terms, repaired
from search.highlighting import Marker

COMMON = 0.3  # a word in more than this part of the readable documents tells nothing beside another one
COMMON_FROM = 200  # readable documents from which that holds

Match = tuple[float | str, int, str]  # what is sorted by (smaller first), document id, its keyword ids


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for after stop words, common words and slips have been dealt with."""

    terms: tuple[str, ...]
    known: Known
    did_you_mean: str | None = None


def search(db: sqlite3.Connection, view: View, keywords: Keywords, query: SearchQuery) -> SearchResult:
    """The answer of this view to the query."""
    asked = _ask(db, view, query)
    if query.text.strip() and not asked.terms:
        return SearchResult(0, facets=dict.fromkeys(query.facets, ()))
    matches = _matches(db, view, query, asked.terms)
    best = float(matches[0][0]) if matches and asked.terms and query.ordering == "relevance" else None
    page = matches[query.offset : query.offset + query.limit]
    return SearchResult(
        count=len(matches),
        hits=_hits(db, keywords, page, best, asked),
        facets=_facets(db, view, keywords, query, asked.terms, matches),
        did_you_mean=asked.did_you_mean,
    )


def _ask(db: sqlite3.Connection, view: View, query: SearchQuery) -> Asked:
    question = read_question(query.text)
    known = known_terms(db, view, question.terms)
    unknown = [word for word in question.words if word.term.text not in known.terms]
    replaced: dict[str, str] = {}
    if not query.exact:
        replaced = {word.written: better for word in unknown if (better := repaired(db, view, word.word))}
    if not replaced:
        return Asked(_telling(db, view, question, known), known)
    question = Question(tuple(_with(word, replaced.get(word.written)) for word in question.words))
    known = known_terms(db, view, question.terms)
    return Asked(_telling(db, view, question, known), known, _rewritten(query.text, replaced))


def _with(word: QuestionWord, better: str | None) -> QuestionWord:
    return QuestionWord(better, better.lower(), chain.term(better.lower())) if better else word


def _rewritten(text: str, replaced: Mapping[str, str]) -> str:
    for written, better in replaced.items():
        text = re.sub(rf"(?<!\w){re.escape(written)}(?!\w)", better, text)
    return " ".join(text.split())


def _telling(db: sqlite3.Connection, view: View, question: Question, known: Known) -> tuple[str, ...]:
    """The terms that stand somewhere and not nearly everywhere; if all do, all of them."""
    terms = tuple(term for term in question.terms if term in known.terms)
    if view.documents < COMMON_FROM or len(terms) < 2:
        return terms
    frequent = frequent_terms(db, view, terms, COMMON * view.documents)
    return tuple(term for term in terms if term not in frequent) or terms


def _matches(db: sqlite3.Connection, view: View, query: SearchQuery, terms: Sequence[str]) -> list[Match]:
    """Every readable document that fits, sorted; equals by id, so that pages neither repeat nor leave out."""
    by_relevance = f"bm25({view.full_text}, {', '.join(map(str, schema.WEIGHTS))})"
    sorted_by = {"relevance": by_relevance, "-published_at": "-ifnull(published, 0)", "title": "sort_title"}
    if terms:
        source = f"{view.full_text} JOIN listing ON listing.id = {view.full_text}.rowid"
        conditions, values = [f"{view.full_text} MATCH ?"], [" OR ".join(f'"{term}"' for term in terms)]
        order = sorted_by[query.ordering]
    else:
        source, conditions, values = "listing", [], []
        order = sorted_by["-published_at" if query.ordering == "relevance" else query.ordering]
    if not (terms and view.is_whole_public_index):
        conditions.append("scope IN (SELECT value FROM json_each(?))")
        values.append(view.scopes)
    more, more_values = _filters(query)
    statement = f"SELECT {order}, id, keywords FROM {source} WHERE {' AND '.join(conditions + more)}"
    return sorted(db.execute(statement, [*values, *more_values]))


def _filters(query: SearchQuery) -> tuple[list[str], list[str | float]]:
    conditions: list[str] = []
    values: list[str | float] = []
    for name, wanted in query.filters.items():
        conditions.append(
            "id IN (SELECT document FROM document_keyword JOIN keyword ON keyword.id = keyword"
            f" WHERE field = ? AND value IN ({', '.join('?' * len(wanted))}))"
        )
        values += [name, *wanted]
    if query.updated_since:
        conditions.append("updated >= ?")
        values.append(query.updated_since.timestamp())
    return conditions, values


def _hits(
    db: sqlite3.Connection, keywords: Keywords, page: list[Match], best: float | None, asked: Asked
) -> tuple[Hit, ...]:
    marker = Marker({form: term for form, term in asked.known.forms.items() if term in asked.terms})
    rows = db.execute(
        "SELECT id, key, type, object_id, kind, layer, title, url, text, published, updated"
        f" FROM document JOIN listing USING (id) WHERE id IN ({', '.join(str(id) for _, id, _ in page)})"
    )
    by_id = {row[0]: row[1:] for row in rows}
    return tuple(
        _hit(by_id[id], marker, _relative(score, best), _by_field(keywords.get(db, listed.split())))
        for score, id, listed in page
    )


def _relative(score: float | str, best: float | None) -> float:
    return round(float(score) / best, 2) if best else 1.0


def _hit(
    row: tuple[Any, ...], marker: Marker, score: float, keywords: Mapping[str, tuple[tuple[str, str], ...]]
) -> Hit:
    key, type, object_id, kind, layer, title, url, text, published, updated = row
    snippet = marker.snippet(text)
    dates = _moment(published), _moment(updated)
    return Hit(key, type, object_id, kind, layer, title, url, snippet, score, keywords, *dates)


def _by_field(keywords: Iterable[tuple[str, Keyword]]) -> dict[str, tuple[tuple[str, str], ...]]:
    told: dict[str, tuple[tuple[str, str], ...]] = {}
    for _, (name, value, label) in keywords:
        told[name] = (*told.get(name, ()), (value, label))
    return told


def _moment(seconds: float | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)


def _facets(
    db: sqlite3.Connection,
    view: View,
    keywords: Keywords,
    query: SearchQuery,
    terms: Sequence[str],
    matches: list[Match],
) -> dict[str, tuple[FacetValue, ...]]:
    """Per field its values with counts, each field as if it were not filtered by: what else could be chosen there."""
    facets = _counted(db, keywords, matches, query.facets)
    for name in set(query.facets) & set(query.filters):
        others = {field: values for field, values in query.filters.items() if field != name}
        without = _matches(db, view, replace(query, filters=others, ordering="title"), terms)
        facets |= _counted(db, keywords, without, (name,))
    return facets


def _counted(
    db: sqlite3.Connection, keywords: Keywords, matches: list[Match], fields: Sequence[str]
) -> dict[str, tuple[FacetValue, ...]]:
    """Per field the values of the matches, the most frequent first; a value has one label, its usual one."""
    if not fields:
        return {}
    counts = Counter(" ".join([listed for _, _, listed in matches]).split())
    found: dict[str, dict[str, tuple[str, int]]] = {name: {} for name in fields}
    for id, (name, value, label) in keywords.get(db, [id for id, _ in counts.most_common()]):
        if name in found:
            usual, so_far = found[name].get(value, (label, 0))
            found[name][value] = usual, so_far + counts[id]
    return {name: _by_frequency(values) for name, values in found.items()}


def _by_frequency(values: Mapping[str, tuple[str, int]]) -> tuple[FacetValue, ...]:
    listed = [FacetValue(value, label, count) for value, (label, count) in values.items()]
    return tuple(sorted(listed, key=lambda one: (-one.count, one.label)))
