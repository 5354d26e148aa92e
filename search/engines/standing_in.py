"""While the cluster is away, or has not heard yet what happened meanwhile, the embedded index answers."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from typing import TypeVar

from search.engine import Answering, EngineUnavailable, Explanation, Hit, SearchQuery, SearchResult, Suggestion, Thing

logger = logging.getLogger(__name__)

_ANSWERED: ContextVar[set[bool] | None] = ContextVar("answered", default=None)
_OTHER_NUMBERS = 1 << 60  # so that no generation of one engine is taken for one of the other

T = TypeVar("T")


@contextmanager
def who_answers() -> Iterator[set[bool]]:
    """Which of the two answer meanwhile: True for the stand-in. Nothing where there is one engine alone."""
    answered: set[bool] = set()
    token = _ANSWERED.set(answered)
    try:
        yield answered
    finally:
        _ANSWERED.reset(token)


class WithStandIn:
    """One engine for people, made of two. What it says of a text is never older than what either should say."""

    def __init__(self, first: Answering, stand_in: Answering, is_behind: Callable[[], bool]) -> None:
        self._first, self._stand_in, self._is_behind = first, stand_in, is_behind

    def search(self, query: SearchQuery) -> SearchResult:
        """The answer, which says when the stand-in gave it."""
        result, stood_in = self._ask(lambda engine: engine.search(query))
        return replace(result, is_from_stand_in=True) if stood_in else result

    def explain(self, query: SearchQuery) -> Explanation:
        return self._ask(lambda engine: engine.explain(query))[0]

    def related(self, thing: Thing, *, principals: frozenset[str], limit: int = 4) -> list[Hit]:
        return self._ask(lambda engine: engine.related(thing, principals=principals, limit=limit))[0]

    def suggest(self, text: str, *, principals: frozenset[str], limit: int = 8) -> list[Suggestion]:
        return self._ask(lambda engine: engine.suggest(text, principals=principals, limit=limit))[0]

    def public_generation(self) -> int:
        """Another number, too, when the stand-in takes over and when it steps back."""
        number, stood_in = self._ask(lambda engine: engine.public_generation())
        return number + _OTHER_NUMBERS if stood_in else number

    def _ask(self, question: Callable[[Answering], T]) -> tuple[T, bool]:
        """What is answered, and whether the stand-in did."""
        answer, stood_in = self._answered(question)
        if (answered := _ANSWERED.get()) is not None:
            answered.add(stood_in)
        return answer, stood_in

    def _answered(self, question: Callable[[Answering], T]) -> tuple[T, bool]:
        if not self._is_behind():
            try:
                return question(self._first), False
            except EngineUnavailable as error:
                logger.warning("The embedded index answers instead: %s", error)
        return question(self._stand_in), True
