"""What German words are made of: HanTa's analysis, loaded when the first word needs it (one second, 60 MB)."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

_SHORTEST_PART = 3  # letters; what is shorter tells nothing
_NO_PARTS = ("SUF", "FUGE", "PREF", "PTKVZ", "PRESPART")  # endings, joints, prefixes and separable particles
_NOUNS = ("NN", "NE")
_NAMING = (*_NOUNS, "NNA", "FM", "XY")  # nouns, names, adjectives as nouns (die Asylsuchenden), foreign and odd words
_analysing = threading.Lock()  # the tagger keeps caches of its own


@dataclass(frozen=True, slots=True)
class Morphology:
    """A word taken apart, everything in small letters."""

    lemma: str
    is_noun: bool
    """Best read as a noun or name."""
    names_something: bool
    """Says what a text is about: a noun, or an adjective that stands as one."""
    parts: tuple[str, ...] = ()
    """Members of a compound, at least two: wohnung, vermittlung. Their joints are gone, their endings too."""
    masculine: str = ""
    """arbeitgeber for Arbeitgeberinnen: what stands before a feminine ending, else empty."""


def take_apart(word: str) -> Morphology:
    """The morphology of a word in any case; it is read as a noun, because compounds are and phones do not capitalise.

    Source: C. Wartena, A Probabilistic Morphology Model for German Lemmatization, KONVENS 2019 (HanTa).
    """
    with _analysing:
        lemma, morphemes, tag = _tagger().analyze(word.capitalize(), taglevel=3)
    parts = tuple(text for text, role in morphemes if not role.startswith(_NO_PARTS) and len(text) >= _SHORTEST_PART)
    return Morphology(
        lemma.lower(),
        tag in _NOUNS,
        tag in _NAMING,
        parts if len(parts) > 1 else (),
        _before_feminine_ending(morphemes),
    )


def _before_feminine_ending(morphemes: list[tuple[str, str]]) -> str:
    tags = [tag for _text, tag in morphemes]
    return "".join(text for text, _tag in morphemes[: tags.index("SUF_FEM")]) if "SUF_FEM" in tags else ""


@lru_cache(maxsize=1)
def _tagger() -> Any:
    from HanTa.HanoverTagger import HanoverTagger

    return HanoverTagger("morphmodel_ger.pgz")
