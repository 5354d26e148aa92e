"""What a text is about, as a question that finds its like."""

from __future__ import annotations

from search.engine import SearchQuery

ENOUGH = 0.25
"""Least part of the score that the text itself reaches with its own words; below that, texts share words by chance."""


def question_about(title: str, text: str, type: str) -> SearchQuery:
    """Title and the beginning of the text in one question, asked among things of the same type."""
    return SearchQuery(f"{title} {text}", filters={"type": (type,)}, exact=True)
