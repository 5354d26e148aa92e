"""What an actor may find. The only way from people to an engine: pages, REST and plugins all come by here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from functools import lru_cache

from plugins.api import generation
from plugins.api.access import Actor
from plugins.api.extensions import Facet, SearchSource
from plugins.api.registry import registry
from search.engine import Hit, SearchQuery, SearchResult, Suggestion, Thing, Tuning
from search.engines import engine
from search.engines.standing_in import who_answers
from search.tuning import tuning_for

MOST_SUGGESTIONS = 8
MOST_RELATED = 4
# Types of things that can be found now or later: their addresses are promised already.
PROMISED_TYPES = frozenset(
    {"entry", "topic", "event", "group", "draft", "consultation", "challenge", "discussion", "person", "file"}
)


_GENERATION: ContextVar[int | None] = ContextVar("generation", default=None)
"""Of the engine, while an answer is being made that will be kept under it."""


def find(query: SearchQuery, *, actor: Actor, tuning: Tuning | None = None) -> SearchResult:
    """What of the index this actor may see and the query asks for, with facets. Raises EngineUnavailable.

    Whoever has asked for what editors decided about this question hands it in as `tuning`.
    """
    tuning = tuning_for(query.text) if tuning is None else tuning
    wanted = replace(
        query, principals=actor.principals, facets=facet_fields(), tuning=tuning, generation=_GENERATION.get()
    )
    return engine().search(wanted)


def suggest(text: str, *, actor: Actor) -> list[Suggestion]:
    """How the typed letters may go on, from what this actor may see. Raises EngineUnavailable."""
    return engine().suggest(text, principals=actor.principals, limit=MOST_SUGGESTIONS)


def related(thing: Thing, *, actor: Actor) -> list[Hit]:
    """At most four others that are about the same, of what this actor may see. Raises EngineUnavailable."""
    return engine().related(thing, principals=actor.principals, limit=MOST_RELATED)


@contextmanager
def for_keeping(decided: int | None = None) -> Iterator[tuple[int, Callable[[], bool]]]:
    """The number under which answers to visitors that are made meanwhile are kept, and whether they may be.

    It is another one whenever the index holds something else for visitors, or editors have decided something; whoever
    knows the generation of their decisions hands it in. Answers may not be kept when one engine gave the number and
    another one the answer: a stand-in took over, or stepped back. Raises EngineUnavailable.
    """
    with who_answers() as answered:
        number = engine().public_generation()
        token = _GENERATION.set(number)
        try:
            kept_under = hash((number, generation.current() if decided is None else decided))
            yield kept_under, lambda: len(answered) < 2
        finally:
            _GENERATION.reset(token)


def facet_fields() -> tuple[str, ...]:
    """The fields that are counted: the type of thing, and what packages plug in."""
    facets = sorted(registry.records(Facet), key=lambda facet: facet.order)
    return ("type", *(facet.field for facet in facets))


@lru_cache(maxsize=1)
def known_types() -> frozenset[str]:
    """What `type` may be asked for; of what is switched off nothing is found, and the question is none the worse."""
    return PROMISED_TYPES | {one.record.type for one in registry.registrations(SearchSource)}


@lru_cache(maxsize=1)
def known_kinds() -> frozenset[str]:
    """What `kind` may be asked for."""
    return frozenset(kind for one in registry.registrations(SearchSource) for kind in one.record.kinds)
