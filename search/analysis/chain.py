"""One word -> the term that stands for all its forms."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import Stemmer
from simplemma import is_known, lemmatize

from search.analysis.folding import fold, with_umlauts

# Raise it when any word may get another term: every index built before then asks to be rebuilt.
CHAIN_VERSION = "1"
_REMEMBERED_WORDS = 50_000


@dataclass(frozen=True, slots=True)
class Term:
    """What is compared; `parts` are the members of a compound, which count half."""

    text: str
    parts: tuple[str, ...] = ()


class Chain(Protocol):
    """How words become terms. Pure: the same word gives the same term for as long as `version` stays."""

    version: str

    def term(self, word: str) -> Term:
        """The term of one lower-case word."""
        ...


class GermanChain:
    """Lemma, then Snowball stem, then folding.

    The lemma comes first because Snowball alone makes Kurs "kur" and Kurse "kurs". Words are looked up in lower case
    only, so that "wohnungen", typed on a phone, finds what "Wohnungen" finds. The dictionary takes about two seconds
    and 100 MB, once in a process; `warm` loads it.
    """

    version = CHAIN_VERSION

    def __init__(self) -> None:
        self._stemmer = Stemmer.Stemmer("german")
        self._stemming = threading.Lock()  # a stemmer keeps its own cache and is not safe between threads
        self.term = lru_cache(maxsize=_REMEMBERED_WORDS)(self._term)  # type: ignore[method-assign]

    def term(self, word: str) -> Term:
        """The term of one lower-case word."""
        return self._term(word)

    def warm(self) -> None:
        """Load the dictionary now, so that the first reader does not wait for it."""
        self.term("kurse")

    def _term(self, word: str) -> Term:
        lemma = _lemma(word).lower()
        with self._stemming:
            stem = self._stemmer.stemWord(lemma)
        return Term(fold(stem))


def _lemma(word: str) -> str:
    if not word.isalpha():
        return word
    restored = with_umlauts(word)
    if restored != word and not is_known(word, "de") and is_known(restored, "de"):
        word = restored
    return lemmatize(word, "de")


chain: Chain = GermanChain()
