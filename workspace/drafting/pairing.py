"""Which of two runs of lines belong together although their words differ."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from typing import Final

WORDS: Final = re.compile(r"\w+")
ALIKE: Final = 0.4
"""Share of the words of both that they have in common."""
SHORT: Final = 6
SHORT_ALIKE: Final = 0.3
"""The same for lines of few words, rows of tables above all: one word says more there."""
COMMON: Final = 12
"""A word that stands in more lines says nothing about which of them it is."""


def pairs_of(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """Numbers of lines that belong together, both in rising order."""
    if not old or not new:
        return []
    words = [set(WORDS.findall(text.lower())) for text in new]
    places: dict[str, list[int]] = defaultdict(list)
    for number, found in enumerate(words):
        for word in found:
            places[word].append(number)
    wanted = [(number, best) for number, text in enumerate(old) if (best := _best(text, words, places)) is not None]
    return _rising(wanted)


def _best(text: str, words: list[set[str]], places: dict[str, list[int]]) -> int | None:
    """The new line that has most in common with this one."""
    own = set(WORDS.findall(text.lower()))
    few = (places[word] for word in own if word in places)
    votes = Counter(number for numbers in few if len(numbers) <= COMMON for number in numbers)
    rated = [(_alike(own, words[number]), -number) for number, _votes in votes.most_common(5)]
    likeness, number = max(rated, default=(0.0, 0))
    return -number if likeness >= (SHORT_ALIKE if len(own) <= SHORT else ALIKE) else None


def _alike(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest row of pairs in which the second numbers rise as well."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int | None] = []
    for number, (_old, new) in enumerate(pairs):
        at = bisect_left(ends, new)
        before.append(last[at - 1] if at else None)
        ends[at : at + 1] = [new]
        last[at : at + 1] = [number]
    found = []
    here = last[-1] if last else None
    while here is not None:
        found.append(pairs[here])
        here = before[here]
    return found[::-1]
