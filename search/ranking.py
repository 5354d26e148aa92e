"""How much a word counts by where it stands. Both engines take these figures, so that both rank alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

NEAR = 40
"""Most words between two that stand together: about a paragraph."""
TOGETHER = 0.1
"""How much it counts, beside the words themselves, that two neighbours of the question stand together in a field."""


class FieldWeights(NamedTuple):
    """Okapi BM25 adds what a word has in all fields, times these, before it saturates (SQLite's bm25())."""

    title: float = 2.5
    summary: float = 1.5
    body: float = 1.0
    title_parts: float = 1.25
    text_parts: float = 0.5

    @classmethod
    def tuned(cls, by_editors: Mapping[str, float]) -> FieldWeights:
        """Weights of title, summary and body as editors want them; members of compounds count half of their field."""
        title = by_editors.get("title", _USUAL.title)
        summary = by_editors.get("summary", _USUAL.summary)
        body = by_editors.get("body", _USUAL.body)
        return cls(title, summary, body, title / 2, body / 2)


_USUAL = FieldWeights()
