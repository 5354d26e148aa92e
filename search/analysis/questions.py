"""What somebody typed, as terms to look for and how much each counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from search.analysis.chain import Chain, chain
from search.analysis.stopwords import belongs_to_asking, is_stop_word
from search.analysis.terms import Term
from search.analysis.tokens import Word, words_in

LONGEST_QUESTION = 400  # characters; what comes after adds cost, not meaning
MOST_WORDS = 24
NOT_A_NOUN, PART, SYNONYM = 0.8, 0.85, 0.8
"""How much verbs and adjectives, members of compounds, and editors' synonyms count beside a noun (search/README.md)."""

Synonyms = Mapping[str, tuple[str, ...]]
"""A word or phrase as somebody types it -> what is looked for besides."""


@dataclass(frozen=True, slots=True)
class QuestionWord:
    """One typed word, or a synonym of it, and the term that stands for it."""

    written: str
    word: str
    term: Term
    synonym_of: str = ""

    @property
    def weights(self) -> dict[str, float]:
        """Its terms and how much each counts."""
        whole = (1.0 if self.term.is_noun else NOT_A_NOUN) * (SYNONYM if self.synonym_of else 1.0)
        return {self.term.text: whole, **dict.fromkeys(self.term.parts, whole * PART)}


@dataclass(frozen=True, slots=True)
class Question:
    """The words that count, each term once, in the order typed; synonyms after them."""

    words: tuple[QuestionWord, ...]

    @property
    def weights(self) -> dict[str, float]:
        """Every term to look for and how much it counts; one that several words bring counts as its strongest."""
        found: dict[str, float] = {}
        for word in self.words:
            for term, weight in word.weights.items():
                found[term] = max(weight, found.get(term, 0.0))
        return found

    @property
    def terms(self) -> tuple[str, ...]:
        """Every term to look for."""
        return tuple(self.weights)


def read_question(text: str, using: Chain = chain, synonyms: Synonyms | None = None) -> Question:
    """The question in `text`; stop words count only when there is nothing else ("Wer wir sind")."""
    typed = list(words_in(text[:LONGEST_QUESTION]))
    telling = _telling(typed) or typed
    words: dict[str, QuestionWord] = {}
    for written, word in telling[:MOST_WORDS]:
        term = using.term(word)
        words.setdefault(term.text, QuestionWord(written, word, term))
    for phrase, meant in _synonyms_in(typed, synonyms or {}, using):
        for written, word in words_in(meant):
            if not is_stop_word(word):
                term = using.term(word)
                words.setdefault(term.text, QuestionWord(written, word, term, synonym_of=phrase))
    return Question(tuple(words.values()))


def _telling(typed: Sequence[Word]) -> list[Word]:
    """The words that say what is asked about, not how."""
    words = [one.word for one in typed]
    return [
        one
        for place, one in enumerate(typed)
        if not (is_stop_word(one.word) or belongs_to_asking(one.word, words[:place]))
    ]


def _synonyms_in(typed: Iterable[Word], synonyms: Synonyms, using: Chain) -> Iterator[tuple[str, str]]:
    """Each phrase that stands in the question, in whatever forms, with each of its synonyms."""
    if not synonyms:
        return
    asked = _terms_between_blanks((one.word for one in typed), using)
    for phrase, meanings in synonyms.items():
        if _terms_between_blanks(_words_of(phrase), using) in asked:
            yield from ((phrase, meant) for meant in meanings)


@lru_cache(maxsize=5000)
def _words_of(phrase: str) -> tuple[str, ...]:
    """Each question is compared with the phrases of all synonyms, so they are taken apart once."""
    return tuple(one.word for one in words_in(phrase))


def _terms_between_blanks(words: Iterable[str], using: Chain) -> str:
    return f" {' '.join(using.term(word).text for word in words)} "
