"""Address parts from German titles."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.text import slugify

GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
LONGEST = 90
"""In characters: an address should be short enough to be read out on the telephone."""
NAMELESS = "eintrag"
"""For titles without a letter that an address may hold."""


def free_slug(title: str, taken: Collection[str]) -> str:
    """An address part that is not taken yet: `Köche für Füße` -> `koeche-fuer-fuesse`, then `koeche-fuer-fuesse-2`."""
    slug = slug_of(title)
    candidate, number = slug, 1
    while candidate in taken:
        number += 1
        candidate = f"{slug}-{number}"
    return candidate


def slug_of(title: str) -> str:
    return slugify(title.translate(GERMAN))[:LONGEST].strip("-") or NAMELESS
