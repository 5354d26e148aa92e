"""Questions that somebody is still typing: what the last word may become."""

from __future__ import annotations

import re
from dataclasses import replace

from plugins.api.access import Actor
from search.analysis.folding import fold
from search.analysis.tokens import words_in
from search.engine import SearchQuery, SearchResult, Tuning
from search.finding import find, suggest

SHORTEST_START = 2  # letters of a word that is completed
_LAST_WORD = re.compile(r"[^\W_]+$")


def find_while_typing(query: SearchQuery, *, actor: Actor, tuning: Tuning) -> tuple[SearchResult, str]:
    """What is found already, and the question that was asked instead where the last word is only begun.

    A word that this reader's documents know is taken as it stands. Raises EngineUnavailable.
    """
    result = find(query, actor=actor, tuning=tuning)
    if result.hits and not result.did_you_mean:
        return result, ""
    completed = _completed(query.text, actor)
    if not completed:
        return result, ""
    sooner = find(replace(query, text=completed, exact=True), actor=actor, tuning=tuning)
    return (sooner, completed) if sooner.hits else (result, "")


def _completed(text: str, actor: Actor) -> str:
    """The question with its last word as this reader's documents have it; empty where none of them begins like this."""
    begun = _LAST_WORD.search(text)
    if begun is None or len(begun[0]) < SHORTEST_START:
        return ""
    start = fold(begun[0].lower())
    for suggestion in suggest(begun[0], actor=actor):
        for word in words_in(suggestion.text):
            if fold(word.word).startswith(start):
                return text[: begun.start()] + word.written
    return ""
