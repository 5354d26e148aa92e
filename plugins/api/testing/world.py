"""What the tests of conformance walk through: the cast, what somebody left behind, and all addresses of a plugin."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Model
from django.test import Client

from plugins.api.access import Actor, audience_of, may, policy_for, visible_to
from plugins.api.extensions import SearchSource
from plugins.api.plugin import Plugin
from plugins.api.registry import registry
from plugins.api.searching import SearchDocument
from plugins.api.testing.asking import Answer, ask
from plugins.api.testing.cast import browser_of
from plugins.api.testing.routes import Route, routes_of
from plugins.api.testing.things import Words, fields_to_people


class World:
    """The cast, and what the owner has left behind in the plugin."""

    def __init__(self, plugin: Plugin, cast: dict[str, Actor], owner: str) -> None:
        self.plugin, self.cast, self.owner = plugin, cast, cast[owner].user
        self.words = Words()
        self.things: list[Model] = []
        self.routes = routes_of(plugin)
        self.browsers: dict[str, Client] = {name: browser_of(actor) for name, actor in cast.items()}

    def records(self, slot: type) -> list[Any]:
        return registry.brought_by(self.plugin, slot)

    def is_owners(self, thing: Model) -> bool:
        return any(
            isinstance(thing, model) and getattr(thing, field.attname) == self.owner.pk
            for model, field in fields_to_people(self.plugin)
        )


def named(thing: Model) -> str:
    return f"a {type(thing).__name__} (number {thing.pk})"


def three_forms(actor: Actor, thing: Model) -> tuple[bool, bool, bool]:
    seen = visible_to(actor, type(thing)._default_manager.filter(pk=thing.pk)).exists()
    return bool(may(actor, "see", thing)), seen, bool(actor.principals & audience_of(thing))


def shows(world: World, answer: Answer, thing: Model) -> bool:
    return any(answer.shows(words) for words in world.words.of(thing))


def may_anything(actor: Actor, thing: Model) -> bool:
    return any(may(actor, verb, thing) for verb in policy_for(type(thing)).verbs() - {"create"})


def methods_of(route: Route) -> tuple[str, ...]:
    return ("GET", "POST", "PUT", "PATCH", "DELETE") if route.is_rest else ("GET", "POST")


def undone(world: World, name: str, address: str, method: str) -> Answer:
    """The answer; what asking changed is taken back."""
    with transaction.atomic():
        answer = ask(world.browsers[name], address, method)
        transaction.set_rollback(True)
    return answer


def is_changed(world: World, name: str, thing: Model, address: str, method: str) -> bool:
    rows = type(thing)._base_manager.filter(pk=thing.pk)
    with transaction.atomic():
        before = rows.values().first()
        ask(world.browsers[name], address, method)
        after = rows.values().first()
        transaction.set_rollback(True)
    return before != after


def documents_of(world: World) -> list[SearchDocument]:
    return [document for source in world.records(SearchSource) for document in source.documents(None)]


def policy_of(thing: Model) -> str:
    """Its name, for sentences."""
    return type(policy_for(type(thing))).__name__
