"""A plugin that is switched off, and one that is removed for good: what its tests look at."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from plugins.api import removing, switching
from plugins.api.access import Actor, may, visible_to
from plugins.api.extensions import SearchSource
from plugins.api.models import PluginSwitch
from plugins.api.plugin import Plugin
from plugins.api.registry import registry
from plugins.api.testing.asking import Answer
from plugins.api.testing.routes import Route
from plugins.api.testing.world import World, named, shows, undone
from plugins.api.turning import turn

CALM = 503


@contextmanager
def switched_off(plugin: Plugin) -> Iterator[None]:
    """As if the programme office had switched it off."""
    turn(plugin, {PluginSwitch.FORUM: False}, by=None)
    try:
        yield
    finally:
        switching.reset()


def not_calm(world: World, asked: Iterable[tuple[str, Route, str, str]]) -> Iterator[str]:
    """Who is answered by an address as if the plugin were on, or otherwise than where nothing is."""
    for name, _route, address, absent in asked:
        for method in ("GET", "POST"):
            here, there = undone(world, name, address, method), undone(world, name, absent, method)
            if here.status != CALM:
                yield f"{method} {address} answers {name} with {here.status} while the plugin is switched off."
            elif here.without(address) != there.without(absent):
                yield f"{method} {address} tells {name} that there is something while the plugin is switched off."
            yield from _told(world, address, here)


def not_hidden(world: World, actor: Actor) -> Iterator[str]:
    """What the door still shows, and what the search still reads."""
    for thing in world.things:
        rows = visible_to(actor, type(thing)._default_manager.filter(pk=thing.pk))
        if may(actor, "see", thing) or rows.exists():
            yield f"The door shows {named(thing)} although the plugin is switched off."
    own = world.records(SearchSource)
    if any(source in own for source in registry.records(SearchSource)):
        yield "The search still reads from the plugin although it is switched off."


def left_behind(world: World) -> Iterator[str]:
    """What a copy lacks before a plugin is removed for good, and what is there afterwards."""
    copied = io.BytesIO()
    removing.write_export(world.plugin, copied)
    with zipfile.ZipFile(copied) as archive:
        told = "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".jsonl"))
    for thing in world.things:
        is_closed = removing.is_for_their_eyes_only(type(thing))
        for words in world.words.of(thing):
            if (words in told) is is_closed:
                yield f"{named(thing)} is {'in' if is_closed else 'missing from'} the copy of what was removed."
    removing.erase(world.plugin)
    for model in removing.models_of(world.plugin, all_tables=True):
        if model._base_manager.exists():
            yield f"After removing, there are rows of {model.__name__}."


def _told(world: World, address: str, answer: Answer) -> Iterator[str]:
    for thing in world.things:
        if shows(world, answer, thing):
            yield f"{address} shows {named(thing)} while the plugin is switched off."
