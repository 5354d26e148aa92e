"""Where a word begins and ends in German text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_GENDERED = re.compile(r"[:*_·]in(?:nen)?$", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*(?:[:*_·]in(?:nen)?\b)?", re.IGNORECASE)
LONGEST_WORD = 60


def clean(text: str) -> str:
    """The text as people see it: composed letters, no soft hyphens or zero-width characters."""
    return _INVISIBLE.sub("", unicodedata.normalize("NFC", text))


class Word(NamedTuple):
    """A word as it is written, and in the spelling that is looked up: "Mentor:innen" is mentor, "Lots:innen" lotse."""

    written: str
    word: str

    @classmethod
    def of(cls, written: str) -> Word:
        written = written[:LONGEST_WORD]
        stem = _GENDERED.sub("", written)
        # before the ending an s belongs to a word in -se; alone it would be taken for an ending itself
        return cls(written, (f"{stem}e" if stem != written and stem.endswith("s") else stem).lower())


def words_in(text: str) -> Iterator[Word]:
    """The words of a text in their order; "Job-Center" is Job, Center and JobCenter."""
    for written in _WORD.findall(clean(text)):
        if "-" not in written:
            yield Word.of(written)
            continue
        yield from map(Word.of, written.split("-"))
        yield Word.of(written.replace("-", ""))
