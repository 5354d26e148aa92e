"""What a word is compared by."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """One spelling for all forms of a word; `parts` are the members of a compound, which count less."""

    text: str
    parts: tuple[str, ...] = ()
    is_noun: bool = True
    """Nouns and names say what a question is about; verbs and adjectives in it count less."""
