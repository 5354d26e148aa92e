"""Where a word begins and ends in German text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_GENDERED = re.compile(r"(?<=\w)[:*_·]in(?:nen)?\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
LONGEST_WORD = 60


def clean(text: str) -> str:
    """The text as people see it: composed letters, no soft hyphens or zero-width characters."""
    return _INVISIBLE.sub("", unicodedata.normalize("NFC", text))


def words_in(text: str) -> Iterator[str]:
    """Words in their written case. "Mentor:innen" is Mentor; "Job-Center" is Job, Center and JobCenter."""
    for written in _WORD.findall(_GENDERED.sub("", clean(text))):
        if "-" not in written:
            yield written[:LONGEST_WORD]
            continue
        yield from (part[:LONGEST_WORD] for part in written.split("-"))
        yield written.replace("-", "")[:LONGEST_WORD]
