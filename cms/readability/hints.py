"""Sentences that are hard to read, each with its reasons and with what would make it easier."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.readability import signs
from cms.readability.sentences import Sentence, sentences

MOST_WORDS = 20
MOST_CLAUSES = 1
FEW_WORDS = 12
"""Nothing hides in a sentence as short as this: neither nested clauses nor a passive make it hard."""
MOST_NOMINALISATIONS = 2
LONG_WORD = 25  # letters


@dataclass(frozen=True)
class Reason:
    """Why a sentence is hard, and what to do about it: one sentence each."""

    what: str
    advice: str


@dataclass(frozen=True)
class HardSentence:
    """A sentence as it stands in the text."""

    sentence: str
    reasons: tuple[Reason, ...]


def hard_sentences(text: str, *, known: Set[str] = frozenset()) -> list[HardSentence]:
    """The hard sentences of a plain text, in their order; each line is a paragraph.

    Abbreviations and long words are named where they stand first; those that are `known` or explained here, not at all.
    """
    known = set(known) | signs.explained_abbreviations(text)
    found = []
    for sentence in sentences(text):
        if reasons := tuple(_reasons(sentence, known)):
            found.append(HardSentence(sentence.text, reasons))
        known |= _remarkable(sentence)
    return found


def known_after(text: str) -> set[str]:
    """The abbreviations and long words of a text: `known` in the one that follows it."""
    return signs.explained_abbreviations(text).union(*map(_remarkable, sentences(text)))


def _remarkable(sentence: Sentence) -> set[str]:
    return {*signs.abbreviations(sentence.words), *signs.long_words(sentence.words, LONG_WORD)}


def _reasons(sentence: Sentence, known: Set[str]) -> Iterator[Reason]:
    tokens, words = sentence.text.split(), sentence.words
    if len(words) > MOST_WORDS:
        yield Reason(
            _("It has %(count)d words.") % {"count": len(words)},
            _("Make two or three sentences of it, one thought each."),
        )
    if len(words) > FEW_WORDS:
        yield from _reasons_of_build(tokens)
    nouns = signs.nominalisations(tokens)
    if len(nouns) > MOST_NOMINALISATIONS:
        yield Reason(
            _("It has many abstract nouns: %(words)s.") % {"words": ", ".join(nouns)},
            _("Say with verbs who does what."),
        )
    if long := [word for word in dict.fromkeys(signs.long_words(words, LONG_WORD)) if word not in known]:
        yield Reason(
            ngettext("This word is very long: %(words)s.", "These words are very long: %(words)s.", len(long))
            % {"words": ", ".join(long)},
            _("Divide it with a hyphen, or say it in several words."),
        )
    if new := [word for word in dict.fromkeys(signs.abbreviations(words)) if word not in known]:
        yield Reason(
            ngettext(
                "This abbreviation is not explained: %(words)s.",
                "These abbreviations are not explained: %(words)s.",
                len(new),
            )
            % {"words": ", ".join(new)},
            _("Write it out where it stands first, and put the abbreviation in brackets behind it."),
        )


def _reasons_of_build(tokens: list[str]) -> Iterator[Reason]:
    clauses = signs.subordinate_clauses(tokens)
    if clauses > MOST_CLAUSES:
        yield Reason(
            _("It has %(count)d subordinate clauses or insertions.") % {"count": clauses},
            _("Begin with what matters most, and give the rest a sentence of its own."),
        )
    if form := signs.passive(tokens):
        yield Reason(
            _("It leaves open who acts: “%(words)s”.") % {"words": form},
            _("Name who does it: “The county offers …” instead of “… is offered”."),
        )
