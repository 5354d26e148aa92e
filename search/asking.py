"""From what somebody typed to the terms that an engine looks for, with the words that this reader may know of."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from search.analysis import Question, QuestionWord, chain, is_german, read_question
from search.analysis.tokens import Word
from search.engine import SearchQuery

COMMON, COMMON_AMONG_MANY = 0.5, 0.3
"""A word in more than this part of the readable documents tells nothing beside another one (BM25 gives it no weight).
Among many documents it is left out sooner, because looking through them costs more time than it gains in quality."""
FEW, MANY = 200, 4000  # readable documents
MOST_NEIGHBOURS = 12
"""Of longer texts only the words are looked for: nobody asks so much at once, and each pair costs time."""


class Vocabulary(Protocol):
    """The words of what one reader may see; nothing else is told about."""

    @property
    def documents(self) -> int:
        """How many documents that is."""
        ...

    def known(self, terms: Collection[str]) -> frozenset[str]:
        """Those of the terms that stand somewhere."""
        ...

    def frequent(self, terms: Collection[str], most: float) -> set[str]:
        """Those of the terms that stand in more than `most` documents."""
        ...

    def repaired(self, word: str) -> str | None:
        """What was probably meant by a word that nobody wrote, or None."""
        ...


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for after stop words, common words, slips and synonyms have been dealt with."""

    question: Question
    weights: Mapping[str, float]  # term -> how much it counts
    known: frozenset[str]  # those terms of the question that stand somewhere
    did_you_mean: str | None = None
    neighbours: tuple[tuple[str, str], ...] = ()
    """Terms of words that follow each other in the question; a text in which they stand together is about both."""


def name_of_pair(neighbours: tuple[str, str]) -> str:
    """How the share of two neighbours in a score is called."""
    return " … ".join(neighbours)


def ask(query: SearchQuery, vocabulary: Vocabulary) -> Asked:
    """Understand a query. A word that has synonyms, or that editors use as one, is never taken for a slip."""
    question = read_question(query.text, synonyms=query.tuning.synonyms)
    known = vocabulary.known(question.terms)
    replaced = {} if query.exact else _repairs(question, known, vocabulary)
    if replaced:
        question = Question(tuple(_with(word, replaced.get(word.written)) for word in question.words))
        known = vocabulary.known(question.terms)
    weights = _telling(question, known, vocabulary)
    neighbours = _neighbours(question, weights) if vocabulary.documents <= MANY else ()
    return Asked(question, weights, known, _rewritten(query.text, replaced) if replaced else None, neighbours)


def _repairs(question: Question, known: frozenset[str], vocabulary: Vocabulary) -> dict[str, str]:
    """Typed words that nobody wrote -> what was probably meant."""
    explained = {word.synonym_of.lower() for word in question.words}
    wrong = [word for word in question.words if word.word not in explained and not _is_right(word, known)]
    return {word.written: better for word in wrong if (better := vocabulary.repaired(word.word))}


def _is_right(word: QuestionWord, known: frozenset[str]) -> bool:
    """Somebody wrote it, or it is made of words that somebody wrote, or an editor gave it, or it is plain German."""
    whole, members = word.term.text in known, known.issuperset(word.term.parts or ("",))
    return whole or members or bool(word.synonym_of) or is_german(word.word)


def _with(word: QuestionWord, better: str | None) -> QuestionWord:
    if not better:
        return word
    known = Word.of(better)
    return QuestionWord(known.written, known.word, chain.term(known.word))


def _rewritten(text: str, replaced: Mapping[str, str]) -> str:
    for written, better in replaced.items():
        text = re.sub(rf"(?<!\w){re.escape(written)}(?!\w)", better, text)
    return " ".join(text.split())


def _neighbours(question: Question, weights: Mapping[str, float]) -> tuple[tuple[str, str], ...]:
    """Each typed word that is looked for, with the next one."""
    typed = dict.fromkeys(word.term.text for word in question.words if not word.synonym_of)
    wanted = [term for term in typed if term in weights]
    return tuple(pairwise(wanted)) if len(wanted) <= MOST_NEIGHBOURS else ()


def _telling(question: Question, known: frozenset[str], vocabulary: Vocabulary) -> dict[str, float]:
    """The terms that stand somewhere and not nearly everywhere; if all do, all of them."""
    weights = {term: weight for term, weight in question.weights.items() if term in known}
    if len(weights) < 2 or vocabulary.documents < FEW:
        return weights
    part = COMMON_AMONG_MANY if vocabulary.documents > MANY else COMMON
    frequent = vocabulary.frequent(tuple(weights), part * vocabulary.documents)
    return {term: weight for term, weight in weights.items() if term not in frequent} or weights
