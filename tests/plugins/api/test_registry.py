"""What is plugged in: in a fixed order, each record in a slot, each model with one policy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db.models import QuerySet

from cms.models import Topic
from plugins.api import (
    becoming_slots,
    extensions,
    guest_slots,
    public_slots,
    removing_slots,
    webhook_slots,
    working_slots,
)
from plugins.api.access import Actor, Policy
from plugins.api.extensions import NavItem, PolicyRecord
from plugins.api.plugin import Plugin
from plugins.api.registry import SLOTS, Registry, registry


class TopicsForAll(Policy[Topic]):
    model = Topic

    def audience(self, topic: Topic) -> frozenset[str]:
        return frozenset({"public"})

    def visible_to(self, actor: Actor, topics: QuerySet[Topic]) -> QuerySet[Topic]:
        return topics


class Fake(Plugin):
    path = "."

    def __init__(self, name: str, *records: Any) -> None:
        super().__init__(name, None)
        self.given = records

    def extensions(self) -> Iterator[Any]:
        yield from self.given


def registry_of(*plugins: Plugin) -> Registry:
    made = Registry()
    made.__dict__["plugins"] = plugins
    return made


def test_core_comes_first_then_plugins_by_name():
    order = [(plugin.is_core, plugin.name) for plugin in registry.plugins]
    core = [name for is_core, name in order if is_core]
    others = [name for is_core, name in order if not is_core]
    assert order == [*((True, name) for name in sorted(core)), *((False, name) for name in sorted(others))]
    assert core == ["cms", "cms.accounts", "search", "workspace"]
    makes_members = "plugins.membership" if "plugins.membership" in others else "tests.stand_in"
    assert set(others) - {"plugins.events"} == {makes_members}


def test_every_dataclass_of_extensions_is_a_slot():
    assert {slot.__name__ for slot in SLOTS} >= {"PolicyRecord", "UrlMount", "RestMount", "PersonalData"}
    assert {slot.__module__ for slot in SLOTS} == {
        module.__name__
        for module in (
            becoming_slots,
            extensions,
            guest_slots,
            public_slots,
            removing_slots,
            webhook_slots,
            working_slots,
        )
    }


def test_records_stay_in_the_order_of_their_plugins():
    first, second = NavItem("A", "/a/", 20), NavItem("B", "/b/", 10)
    made = registry_of(Fake("a", first), Fake("b", second))
    assert made.records(NavItem) == (first, second)
    assert [registration.origin.name for registration in made.registrations(NavItem)] == ["a", "b"]


def test_what_fits_no_slot_stops_the_start():
    with pytest.raises(ImproperlyConfigured, match="“a”.*no record|“a”.*not a record"):
        registry_of(Fake("a", "not a record")).records(NavItem)


def test_two_policies_for_one_model_stop_the_start():
    record = PolicyRecord(TopicsForAll())
    with pytest.raises(ImproperlyConfigured, match="Topic has two policies"):
        registry_of(Fake("a", record), Fake("b", record)).policies()
