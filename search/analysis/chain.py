"""One word -> the term that stands for all its forms."""

from __future__ import annotations

import threading
from functools import lru_cache
from pathlib import Path
from typing import Protocol

import Stemmer
from django.conf import settings
from simplemma import is_known, lemmatize

from search.analysis.folding import fold, with_umlauts
from search.analysis.morphology import Morphology, take_apart
from search.analysis.terms import Term
from search.analysis.word_table import WordTable

# Raise it when any word may get another term: every index built before then asks to be rebuilt.
CHAIN_VERSION = "5"
_REMEMBERED_WORDS = 50_000


class Chain(Protocol):
    """How words become terms. Pure: the same word gives the same term for as long as `version` stays."""

    version: str

    def term(self, word: str) -> Term:
        """The term of one lower-case word."""
        ...


class GermanChain:
    """Lemma, then Snowball stem, then folding; compounds also in parts.

    The lemma comes first because Snowball alone makes Kurs "kur" and Kurse "kurs". A word is read as what it most
    probably is with a capital, whether it was typed with one or not: "unterlagen" are papers, not a verb. The
    dictionary takes about two seconds and 100 MB, once in a process; `warm` loads it.
    """

    version = CHAIN_VERSION

    def __init__(self) -> None:
        self._stemmer = Stemmer.Stemmer("german")
        self._stemming = threading.Lock()  # a stemmer keeps its own cache and is not safe between threads
        self.term = lru_cache(maxsize=_REMEMBERED_WORDS)(self._known_or_new)  # type: ignore[method-assign]

    def term(self, word: str) -> Term:
        """The term of one lower-case word."""
        return self._known_or_new(word)

    def warm(self) -> None:
        """Load the dictionary now, so that the first reader does not wait for it."""
        is_known("kurse", "de")

    def _known_or_new(self, word: str) -> Term:
        if not word.isalpha():
            return Term(self._stem(word))
        table = _word_table(settings.SEARCH_WORD_TABLE)
        term = table.get(word)
        if term is None:
            term = self._take_apart(word)
            table.put(word, term)
        return term

    def _take_apart(self, word: str) -> Term:
        word = _with_umlauts_restored(word)
        morphology = take_apart(word)
        whole = self._stem(morphology.masculine or _lemma(word, morphology))
        parts = dict.fromkeys(self._stem(_lemma_of_part(part)) for part in morphology.parts)
        return Term(whole, tuple(part for part in parts if part != whole), morphology.names_something)

    def _stem(self, lemma: str) -> str:
        with self._stemming:
            return fold(self._stemmer.stemWord(lemma))


def _lemma(word: str, morphology: Morphology) -> str:
    """From the dictionary, nouns with their capital; what it does not know is mostly a compound, and taken apart."""
    if morphology.is_noun and is_known(word.capitalize(), "de"):
        return lemmatize(word.capitalize(), "de").lower()
    if is_known(word, "de"):
        return lemmatize(word, "de").lower()
    return morphology.lemma or word


def _lemma_of_part(part: str) -> str:
    """As a noun, or as it stands: Sprach(kurs) is no form of sprechen."""
    noun = lemmatize(part.capitalize(), "de")
    return noun.lower() if is_known(part.capitalize(), "de") and noun[:1].isupper() else part


def _with_umlauts_restored(word: str) -> str:
    """Behörde for "behoerde": where the dictionary knows only that spelling, or more of its parts."""
    restored = with_umlauts(word)
    if restored == word or is_german(word):
        return word
    if is_german(restored):
        return restored
    return restored if _known_letters(restored) > _known_letters(word) else word


def is_german(word: str) -> bool:
    """Whether the dictionary knows this word in small letters or with a capital."""
    return is_known(word, "de") or is_known(word.capitalize(), "de")


def _known_letters(word: str) -> float:
    """Which share of a compound's letters belongs to parts that the dictionary knows."""
    parts = take_apart(word).parts
    return sum(len(part) for part in parts if is_german(part)) / max(1, sum(map(len, parts)))


@lru_cache(maxsize=4)
def _word_table(path: Path) -> WordTable:
    return WordTable(path, CHAIN_VERSION)


chain: Chain = GermanChain()
