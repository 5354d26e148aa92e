"""Where plugins are switched on before and after anybody says something, and what an update of a forum keeps."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from plugins.api import generation, switching
from plugins.api.extensions import FactListener, NavItem, TaskSchedule
from plugins.api.models import PluginSwitch
from plugins.api.plugin import Plugin
from plugins.api.registry import Registry
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


class Newcomer(Plugin):
    """Somebody has just installed it."""

    name = label = "newcomer"
    title = "Newcomer"
    path = "."

    def __init__(self) -> None:
        self.records = (
            NavItem("A", "/a/", 10),
            FactListener("a", (), lambda facts: None),
            TaskSchedule("tidy", None, lambda: None, goes_on=True),
        )

    def extensions(self):
        yield from self.records


class BroughtAlong(Newcomer):
    starts_switched_on = True


class Foundation(Newcomer):
    can_be_switched_off = False


@pytest.mark.parametrize(
    ("kind", "is_on", "is_on_where_new_ones_are"),
    [(Newcomer, False, True), (BroughtAlong, True, True), (Foundation, True, True)],
)
def test_what_is_installed_waits_for_the_office_unless_the_operator_says_otherwise(
    kind, is_on, is_on_where_new_ones_are, settings
):
    settings.NEW_PLUGINS_ARE_ON = True
    assert switching.by_default(kind()) is is_on_where_new_ones_are
    settings.NEW_PLUGINS_ARE_ON = False
    assert switching.by_default(kind()) is is_on


def test_what_rests_has_no_part_but_what_goes_on(monkeypatch):
    plugin, registry = Newcomer(), Registry()
    registry.plugins = (plugin,)
    monkeypatch.setattr(apps, "get_app_configs", lambda: [plugin])
    nav, listener, task = plugin.records
    assert registry.records(NavItem) == (nav,)

    PluginSwitch.objects.create(plugin="newcomer", is_on=False)
    generation.switch()
    switching.forget()

    assert registry.records(NavItem) == registry.records(FactListener) == ()
    assert registry.records(TaskSchedule) == (task,)
    with switching.as_if_on():
        assert registry.records(FactListener) == (listener,)
    assert [one.record for one in registry.registrations(NavItem)] == [nav]


def test_another_process_notices_by_the_number_that_comes_along_with_the_generation():
    from plugins.api.switching import _Memory

    assert not switching.gone() and _Memory.known.number == 0
    PluginSwitch.objects.create(plugin="newcomer", is_on=False)
    generation.Generation.objects.update_or_create(pk=1, defaults={"switches": 7})  # somebody else's doing

    assert _Memory.known.number == 0
    generation.current()
    assert not switching.gone() and _Memory.known.number == 7


@pytest.mark.parametrize("has_people", [True, False])
def test_an_update_keeps_what_a_forum_has_and_a_new_one_begins_with_what_is_brought_along(has_people, monkeypatch):
    class Editor:
        connection = connection

    if has_people:
        UserFactory()
    monkeypatch.setattr(apps, "get_app_configs", lambda: [Newcomer(), Foundation()])
    migration = import_module("plugins.api.migrations.0004_switches")

    migration.keep_what_is_at_work(apps, Editor)

    rows = [("newcomer", "forum", True)] if has_people else []
    assert list(PluginSwitch.objects.values_list("plugin", "place", "is_on")) == rows
