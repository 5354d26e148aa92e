"""A search document as it lies in Elasticsearch."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from plugins.api.access import PUBLIC
from plugins.api.searching import SearchDocument
from search.analysis import AnalysedDocument, analyse, shown_text
from search.analysis.folding import fold, sort_key
from search.analysis.tokens import clean, words_in
from search.engines.elastic.schema import FILLER, LABEL, MOST_REPEATS, REPEATS
from search.fingerprints import fingerprint

Stored = dict[str, Any]


def is_public(document: SearchDocument) -> bool:
    """Whether it lies in the index that visitors ask, too."""
    return PUBLIC in document.audience and PUBLIC not in document.superseded_for


def stored(document: SearchDocument) -> Stored:
    """All fields of the document."""
    analysed = analyse(document)
    return {
        "key": document.key,
        "type": document.type,
        "object_id": document.object_id,
        "fingerprint": fingerprint(document),
        "kind": document.kind,
        "layer": document.layer,
        "url": document.url,
        "title": clean(document.title),
        "text": shown_text(document),
        "sort_title": sort_key(document.title),
        "published": _seconds(document.published_at),
        "updated": _seconds(document.updated_at),
        "audience": sorted(document.audience),
        "superseded_for": sorted(document.superseded_for),
        "is_public": is_public(document),
        **_keywords(document),
        **_terms(analysed),
        **_words(document, analysed),
    }


def _keywords(document: SearchDocument) -> Stored:
    """Type and kind are keywords of every document, whether the source names them or not."""
    told = {"type": ((document.type, document.type),), "kind": ((document.kind, document.kind),), **document.keywords}
    wanted = {name: list(dict.fromkeys(pair for pair in pairs if pair[0])) for name, pairs in told.items()}
    wanted = {name: pairs for name, pairs in wanted.items() if pairs}
    return {
        "keywords": wanted,
        "values": {name: [value for value, _ in pairs] for name, pairs in wanted.items()},
        "labels": {name: [f"{value}{LABEL}{label}" for value, label in pairs] for name, pairs in wanted.items()},
    }


def _terms(analysed: AnalysedDocument) -> Stored:
    return {
        "words": " ".join(_weighted(analysed)),
        "title_terms": analysed.title,
        "summary_terms": analysed.summary,
        "body_terms": analysed.body,
        "title_parts": analysed.title_parts,
        "text_parts": analysed.text_parts,
    }


def _weighted(analysed: AnalysedDocument) -> Iterator[str]:
    """Every term as often as its field weighs, and so many fillers that each occurrence adds as much to the length."""
    for name, times in REPEATS.items():
        text = getattr(analysed, name)
        fillers = (MOST_REPEATS - times) * len(text.split())
        yield " ".join([*[text] * times, *[FILLER] * fillers])


def _words(document: SearchDocument, analysed: AnalysedDocument) -> Stored:
    title = " ".join(fold(one.word) for one in words_in(document.title))
    forms = [(fold(form.word), form) for form in analysed.forms.values()]
    return {
        "title_words": title,
        "title_start": title,
        "forms": [f"{folded} {form.word} {form.written}" for folded, form in forms],
        "forms_backwards": [f"{folded[::-1]} {form.word} {form.written}" for folded, form in forms],
        "folded": [folded for folded, _ in forms],
        "marks": [" ".join((form.written, form.term, *form.parts)) for _, form in forms],
    }


def _seconds(moment: datetime | None) -> float | None:
    return moment.timestamp() if moment else None
