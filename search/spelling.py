"""How close two spellings are: what a slip of the finger makes of a word."""

from __future__ import annotations

import re

SHORTEST = 4  # letters of a word that is repaired at all
TWO_SLIPS_FROM = 8  # letters from which two slips are forgiven


def slips_forgiven(word: str) -> int:
    """How many slips may lie between `word` and what was meant; none in short words and in numbers."""
    if len(word) < SHORTEST or not word.isalpha():
        return 0
    return 2 if len(word) >= TWO_SLIPS_FROM else 1


_ENDING = re.compile(r"(?<=.{4})(?:en|er|es|em|e|n|s){1,2}$")
LONGEST_ENDING = 3
JOINTS = ("en", "es", "er", "s", "n", "e", "")
"""What German puts between the members of a compound."""


def without_ending(word: str) -> str:
    """The word without what declension puts behind it: texts have Panthers, somebody typed Panhter."""
    return _ENDING.sub("", word)


def ends(word: str, slips: int) -> tuple[str, str]:
    """A beginning and an end of which at least one is still right after so many slips.

    That holds for every single slip, a swap of two letters included. Of two slips one may hit each end; such words
    are not found, which is the price for looking at few words.
    """
    start = len(word) // (slips + 1)
    end = (len(word) - 1) // (slips + 1)
    return word[:start], word[len(word) - end :]


def distance(left: str, right: str, most: int) -> int:
    """Slips between two words (a letter left out, added, changed, two swapped); anything above `most` is most + 1."""
    if abs(len(left) - len(right)) > most:
        return most + 1
    left, right = _without_equal_ends(left, right)
    if len(set(left) ^ set(right)) > 2 * most:  # a slip takes at most one letter away and brings at most one
        return most + 1
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, letter in enumerate(left, 1):
        earlier, before, row = before, row, [i]
        for j, other in enumerate(right, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == right[j - 2] and left[i - 2] == other:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def _without_equal_ends(left: str, right: str) -> tuple[str, str]:
    start = 0
    shorter = min(len(left), len(right))
    while start < shorter and left[start] == right[start]:
        start += 1
    left, right = left[start:], right[start:]
    end = 0
    shorter -= start
    while end < shorter and left[-1 - end] == right[-1 - end]:
        end += 1
    return left[: len(left) - end], right[: len(right) - end]
