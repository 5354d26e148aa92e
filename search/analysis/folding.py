"""Spellings that mean the same: ä, ae and a; ß and ss; letters with other accents and without."""

from __future__ import annotations

import unicodedata

_TWO_LETTERS = (("ae", "a"), ("oe", "o"), ("ue", "u"))
_UMLAUTS = (("ae", "ä"), ("oe", "ö"), ("ue", "ü"))


def fold(word: str) -> str:
    """A lower-case word without umlauts in whatever spelling: behörde, behoerde and behorde are one."""
    if not word.isascii():
        decomposed = unicodedata.normalize("NFD", word.replace("ß", "ss"))
        word = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    for two, one in _TWO_LETTERS:
        word = word.replace(two, one)
    return word


def with_umlauts(word: str) -> str:
    """Umlauts put back into "behoerde"; also into words that never had one, so ask a dictionary before using it."""
    for two, one in _UMLAUTS:
        word = word.replace(two, one)
    return word


def sort_key(title: str) -> str:
    """Titles in the order of a German dictionary (DIN 5007-1): ä beside a, capitals beside small letters."""
    return title.lower().translate(_DIN_5007)


_DIN_5007 = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})
