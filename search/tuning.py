"""What editors have decided, as an engine wants it for one question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from plugins.api import generation
from plugins.api.generation import KeptAnswers
from search.analysis.folding import fold
from search.analysis.tokens import words_in
from search.engine import Thing, Tuning
from search.models import Placement, Synonym
from search.weighing import Weights, present_weights


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions at one moment."""

    synonyms: Mapping[str, tuple[str, ...]]
    pinned: Mapping[str, tuple[Thing, ...]]
    excluded: Mapping[str, frozenset[Thing]]
    weights: Weights


_KEPT: KeptAnswers[Decisions] = KeptAnswers(size=1)


def tuning_for(text: str, number: int | None = None) -> Tuning:
    """One small query tells whether what this process remembers still holds.

    Whoever has asked for the generation on the way to the same answer hands its number in.
    """
    number = generation.current() if number is None else number
    decisions = _KEPT.get(number, "all") or _KEPT.keep(number, "all", _read())
    phrase = phrase_of(text)
    return Tuning(
        synonyms=decisions.synonyms,
        pinned=decisions.pinned.get(phrase, ()),
        excluded=decisions.excluded.get(phrase, frozenset()),
        field_weights=decisions.weights.field_weights,
        kind_weights=decisions.weights.kind_weights,
    )


def phrase_of(text: str) -> str:
    """A question without regard to capitals, umlauts and punctuation, at most as long as a placement keeps."""
    return " ".join(fold(one.word) for one in words_in(text))[:200]


def _read() -> Decisions:
    synonyms: dict[str, list[str]] = defaultdict(list)
    for synonym in Synonym.objects.all():
        synonyms[synonym.typed.lower()].append(synonym.meant)
        if synonym.works_both_ways:
            synonyms[synonym.meant.lower()].append(synonym.typed)
    pinned: dict[str, list[Thing]] = defaultdict(list)
    excluded: dict[str, list[Thing]] = defaultdict(list)
    for placement in Placement.objects.all():
        kept = pinned if placement.is_pinned else excluded
        kept[placement.phrase].append(Thing(placement.type, placement.object_id))
    return Decisions(
        {typed: tuple(meant) for typed, meant in synonyms.items()},
        {phrase: tuple(things) for phrase, things in pinned.items()},
        {phrase: frozenset(things) for phrase, things in excluded.items()},
        present_weights(),
    )
