"""What somebody typed, as terms to look for."""

from __future__ import annotations

from dataclasses import dataclass

from search.analysis.chain import Chain, Term, chain
from search.analysis.stopwords import STOP_WORDS
from search.analysis.tokens import words_in

LONGEST_QUESTION = 400  # characters; what comes after adds cost, not meaning
MOST_WORDS = 24


@dataclass(frozen=True, slots=True)
class QuestionWord:
    """One typed word and the term that stands for it."""

    written: str
    word: str
    term: Term


@dataclass(frozen=True, slots=True)
class Question:
    """The words that count, each term once, in the order typed."""

    words: tuple[QuestionWord, ...]

    @property
    def terms(self) -> tuple[str, ...]:
        """Every term to look for, whole words first, compound parts after them."""
        parts = (part for word in self.words for part in word.term.parts)
        return tuple(dict.fromkeys([*(word.term.text for word in self.words), *parts]))


def read_question(text: str, using: Chain = chain) -> Question:
    """The question in `text`; stop words count only when there is nothing else ("Wer wir sind")."""
    typed = list(words_in(text[:LONGEST_QUESTION]))
    telling = [one for one in typed if one.word not in STOP_WORDS] or typed
    words: dict[str, QuestionWord] = {}
    for written, word in telling[:MOST_WORDS]:
        term = using.term(word)
        words.setdefault(term.text, QuestionWord(written, word, term))
    return Question(tuple(words.values()))
