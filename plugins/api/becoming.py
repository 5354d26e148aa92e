"""What somebody said can become something else in one step, and both lead to each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from plugins.api.access import Actor
from plugins.api.becoming_slots import Becoming, OriginSource
from plugins.api.registry import registry
from plugins.api.troubles import asked, listed

PARAMETER: Final = "aus"
"""The parameter of an address with the reference of what the form there is filled in from."""


@dataclass(frozen=True)
class Origin:
    """Something that can become something else, as far as this reader reads it."""

    reference: str
    """Kind and number, such as `notice-7`."""
    label: str
    """What it is and where it stands, such as “A notice on the pinboard”."""
    url: str
    title: str
    """A few words for the title of what is made of it."""
    text: str
    readers: str = ""
    """Who has read it so far, in words."""
    group_id: int | None = None
    """The working group that it belongs to."""


@dataclass(frozen=True)
class Made:
    """What something became, as this reader meets it."""

    title: str
    url: str


@dataclass(frozen=True)
class Way:
    """One way on from something: its name for the button, and the form that is filled in."""

    title: str
    url: str


def ways_on(reference: str, actor: Actor, only: Iterable[str] = ()) -> list[Way]:
    """What this actor can make of it, `only` of these kinds where some are named."""
    wanted = frozenset(only)
    records = sorted(registry.records(Becoming), key=lambda record: record.order)
    return [
        Way(str(record.title), record.url(reference))
        for record in records
        if asked(record, False, record.shown_to, actor) and (not wanted or record.name in wanted)
    ]


def origin_named(reference: str, actor: Actor) -> Origin | None:
    """What a form is filled in from; None for what is not there for this actor."""
    kind, _sep, number = reference.rpartition("-")
    if not (number.isascii() and number.isdecimal()) or len(number) > 18:
        return None
    for source in registry.records(OriginSource):
        if source.kind == kind:
            return source.find(int(number), actor)
    return None


def keep_origin(origin: Origin | None, becoming: str, made: int, actor: Actor) -> None:
    """From now on both lead to each other; actions say so in the transaction in which they make it."""
    if origin is None:
        return
    kind, _sep, number = origin.reference.rpartition("-")
    for source in registry.records(OriginSource):
        if source.kind == kind:
            source.keep(int(number), becoming, made, actor)


def origins_of(becoming: str, made: int, actor: Actor) -> list[Origin]:
    """What it was made of, as far as the actor reads it."""
    sources = registry.records(OriginSource)
    return [origin for source in sources for origin in listed(source, source.origins_of, becoming, made, actor)]


def made_of(becoming: str, numbers: Iterable[int], actor: Actor) -> Mapping[int, Made]:
    """Those of these things that the actor sees, by number."""
    for record in registry.records(Becoming):
        if record.name == becoming:
            return asked(record, {}, record.shown, frozenset(numbers), actor)
    return {}


def title_of(becoming: str) -> str:
    """What the thing is called in general; empty when the package that makes it is gone."""
    return next((str(record.title) for record in registry.records(Becoming) if record.name == becoming), "")
