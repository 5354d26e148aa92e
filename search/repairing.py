"""What a reader probably meant by a word that her documents do not know, from their own words; for all engines."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable
from typing import Protocol, TypeVar

from search.analysis.folding import fold
from search.spelling import JOINTS, SHORTEST, distance, slips_forgiven, without_ending

F = TypeVar("F", bound=Hashable)


class Spellings(Protocol[F]):
    """The words of one reader's documents by how they are spelt. F names a form of a word as it is written."""

    def similar(self, folded: str, slips: int) -> Iterable[tuple[F, str]]:
        """Forms, with their folded spelling, that begin or end like the misspelt word and have nearly its letters."""
        ...

    def similar_beginning(self, folded: str, slips: int) -> Iterable[tuple[F, str]]:
        """Forms that begin like the misspelt word, whatever their ending."""
        ...

    def documents_with(self, forms: Collection[F]) -> Iterable[tuple[F, str, int]]:
        """Those of the forms that stand in what the reader may see: form, as written, in how many documents."""
        ...

    def standing_in(self, folded: Collection[str]) -> set[str]:
        """Those of these folded spellings that stand in what the reader may see."""
        ...


def repaired(spellings: Spellings[F], word: str) -> str | None:
    """The word meant, as it is written in her documents, or None.

    Fewest slips first, then the same first letter, then the word that stands in most of her documents. Where nothing is
    near, endings are left aside: of a long word the texts may know other forms only.
    """
    folded = fold(word)
    for bare, similar in ((str, spellings.similar), (without_ending, spellings.similar_beginning)):
        for slips in range(1, slips_forgiven(folded) + 1):
            near = {
                form: plain
                for form, plain in similar(folded, slips)
                if distance(bare(folded), bare(plain), slips) == slips
            }
            seen = list(spellings.documents_with(near)) if near else []
            if seen:
                return min((near[form][:1] != folded[:1], -count, written) for form, written, count in seen)[-1]
    return None


def repaired_compound(spellings: Spellings[F], word: str) -> str | None:
    """The same for a compound that no document has: one member is known to them, the other one was misspelt."""
    places = range(SHORTEST, len(word) - SHORTEST + 1)
    known = spellings.standing_in({fold(half) for place in places for half in (word[:place], word[place:])})
    for place in reversed(places):
        if fold(word[:place]) in known:
            for joint in _joints(word[place:].startswith):
                if better := repaired(spellings, word[place:].removeprefix(joint)):
                    return f"{word[:place]}{joint}{better}".capitalize()
    for place in places:
        if fold(word[place:]) in known:
            for joint in _joints(word[:place].endswith):
                if better := repaired(spellings, word[:place].removesuffix(joint)):
                    return f"{better}{joint}{word[place:]}".capitalize()
    return None


def _joints(fits: Callable[[str], bool]) -> list[str]:
    """What may stand between the members there, longer ones first."""
    return [joint for joint in JOINTS if fits(joint)]
