"""Why something was found, in words: said where title and excerpt do not show what was typed.

Worked out from what the reader sees of a hit and from what was asked, so that it tells of nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape

from django.utils.translation import gettext as _

from search.analysis import QuestionWord, chain, read_question
from search.analysis.folding import fold
from search.analysis.terms import Term
from search.analysis.tokens import Word, words_in
from search.engine import Hit, Thing, Tuning

MOST_WORDS = 3
_MARKED = re.compile(r"<mark>(.*?)</mark>")


class Reasons:
    """What was asked, made once for all hits of a page."""

    def __init__(self, text: str, tuning: Tuning) -> None:
        words = read_question(text, synonyms=tuning.synonyms).words
        self._typed = [word for word in words if not word.synonym_of]
        self._synonyms = [word for word in words if word.synonym_of]
        self._pinned = frozenset(tuning.pinned)

    def of(self, hit: Hit) -> str:
        """Why this one, in a line; empty where everybody sees it."""
        words = [(word, chain.term(word.word)) for word in _shown_words(hit)]
        said = []
        if Thing(hit.type, hit.object_id) in self._pinned:
            said.append(_("Placed first by the editors"))
        if found := _few(form for asked in self._typed for form in _forms_of(asked, words)):
            said.append(_("Found by: %(words)s") % {"words": found})
        if self._synonyms:
            said += self._by_synonym(words)
        return " · ".join(said)

    def _by_synonym(self, words: list[tuple[Word, Term]]) -> Iterator[str]:
        shown = f" {' '.join(fold(word.word) for word, _term in words)} "
        for phrase in dict.fromkeys(word.synonym_of for word in self._synonyms):
            if f" {fold(phrase)} " in shown:
                continue
            asked = [word for word in self._synonyms if word.synonym_of == phrase]
            if found := _few(word.written for one in asked for word, term in words if _is_whole(one.term, term)):
                yield _("Also searched for “%(phrase)s”: %(words)s") % {"phrase": phrase, "words": found}


def _shown_words(hit: Hit) -> Iterator[Word]:
    """All words of the title, and those of the excerpt for which it was found."""
    yield from words_in(hit.title)
    for marked in _MARKED.findall(hit.snippet):
        yield from words_in(unescape(marked))


def _forms_of(asked: QuestionWord, words: list[tuple[Word, Term]]) -> list[str]:
    """The words that stand for a typed one, unless one of them is plainly the same: then nothing needs to be said."""
    found = [(word, term) for word, term in words if _is_whole(asked.term, term)]
    if any(_is_plain(asked.word, word.word) for word, _term in found):
        return []
    parts = set(asked.term.parts)
    found = found or [(word, term) for word, term in words if not parts.isdisjoint((term.text, *term.parts))]
    one_form_each = {term.text: word.written for word, term in reversed(found)}
    return list(reversed(one_form_each.values()))


def _is_whole(asked: Term, found: Term) -> bool:
    """The word itself in some form, or a compound with it."""
    return asked.text == found.text or asked.text in found.parts


def _is_plain(asked: str, found: str) -> bool:
    asked, found = fold(asked), fold(found)
    return asked in found or found in asked


def _few(words: Iterable[str]) -> str:
    """At most three different ones, in whatever capitals they came first."""
    different: dict[str, str] = {}
    for word in words:
        different.setdefault(word.lower(), word)
    return ", ".join(list(different.values())[:MOST_WORDS])
