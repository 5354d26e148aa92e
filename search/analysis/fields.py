"""A document as an engine stores it: terms by field, compound parts apart, and its words as they are written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.api.searching import SearchDocument
from search.analysis.chain import Chain, chain
from search.analysis.tokens import clean, words_in


@dataclass(frozen=True, slots=True)
class WordForm:
    """A word as it stands in a text: what spelling repair and suggestions offer, and what is marked in a snippet."""

    word: str  # as it is looked up
    written: str
    term: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnalysedDocument:
    """Terms joined by blanks, in the order of the text. Parts count half."""

    title: str
    summary: str
    body: str
    title_parts: str
    text_parts: str
    forms: Mapping[str, WordForm]  # by the way it is written, each once


def analyse(document: SearchDocument, using: Chain = chain) -> AnalysedDocument:
    """All that an engine needs to know about the words of a document."""
    forms: dict[str, WordForm] = {}
    title, title_parts = _field(document.title, using, forms)
    summary, summary_parts = _field(document.summary, using, forms)
    body, body_parts = _field(body_beyond_summary(document), using, forms)
    return AnalysedDocument(title, summary, body, title_parts, f"{summary_parts} {body_parts}".strip(), forms)


def shown_text(document: SearchDocument) -> str:
    """Summary and body on one line, as snippets show them."""
    return f"{_on_one_line(document.summary)} {body_beyond_summary(document)}".strip()


def body_beyond_summary(document: SearchDocument) -> str:
    """The body on one line, without the summary that many bodies begin with: it would count and be shown twice."""
    return _on_one_line(document.body).removeprefix(_on_one_line(document.summary)).strip()


def _on_one_line(text: str) -> str:
    return " ".join(clean(text).split())


def _field(text: str, using: Chain, forms: dict[str, WordForm]) -> tuple[str, str]:
    terms: list[str] = []
    parts: list[str] = []
    for written, word in words_in(text):
        term = using.term(word)
        terms.append(term.text)
        parts.extend(term.parts)
        if written not in forms:
            forms[written] = WordForm(word, written, term.text, term.parts)
    return " ".join(terms), " ".join(parts)
