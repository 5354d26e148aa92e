"""Which plugins are switched on where: read in an instant, in every process right within seconds.

A plugin that is named in `LERNNETZ_PLUGINS` is loaded and its tables are there. Whether it is at work, the programme
office says while the forum runs: in the whole forum, nowhere, or with its parts in working groups alone.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from django.apps import apps
from django.conf import settings
from django.db import DatabaseError, connection

from plugins.api import generation
from plugins.api.models import PluginSwitch, RemovedPlugin
from plugins.api.plugin import Plugin

if TYPE_CHECKING:
    from plugins.api.access import Actor

GROUP: Final = "group"
"""The kind of principal that the people of a working group hold."""


@dataclass(frozen=True)
class Where:
    """Where one plugin is switched on."""

    forum: bool
    every_group: bool
    """Its parts in working groups: in all of them."""
    groups: frozenset[str] = frozenset()
    """Else in these, by their principals."""

    @property
    def is_off(self) -> bool:
        return not (self.forum or self.every_group or self.groups)

    def is_in(self, principal: str) -> bool:
        """Whether its parts stand in the group with this principal."""
        return self.every_group or principal in self.groups


@dataclass(frozen=True)
class Gone:
    """A plugin that was removed for good, and where its addresses began."""

    label: str
    prefixes: tuple[str, ...]


@dataclass(frozen=True)
class _Known:
    number: int
    """Of the switches, as `generation` has it."""
    said: Mapping[str, Mapping[str, bool]] = field(default_factory=dict)
    """Label -> place -> what the office has said."""
    gone: tuple[Gone, ...] = ()
    looked_at: float = 0.0
    off: frozenset[str] = frozenset()


_NOTHING_SAID: Final = _Known(number=0)
_IGNORED: ContextVar[bool] = ContextVar("switches_ignored", default=False)


class _Memory:
    known: _Known | None = None


def where(plugin: Plugin) -> Where:
    """Where the plugin is switched on now."""
    if plugin.is_fixed:
        return Where(forum=True, every_group=True)
    said = _known().said.get(plugin.label, {})
    forum = said.get(PluginSwitch.FORUM, by_default(plugin))
    groups = frozenset(place for place, is_on in said.items() if is_on and place.startswith(f"{GROUP}:"))
    return Where(forum, said.get(PluginSwitch.EVERY_GROUP, forum), groups)


def by_default(plugin: Plugin) -> bool:
    """Whether it is on before anybody has said anything: what somebody installs waits for the programme office."""
    return plugin.is_fixed or plugin.starts_switched_on or settings.NEW_PLUGINS_ARE_ON


def off() -> frozenset[str]:
    """The labels of the plugins that are not at work in the forum as a whole."""
    return frozenset() if _IGNORED.get() else _known().off


def is_on(plugin: Plugin) -> bool:
    """Whether it is at work in the forum as a whole."""
    return plugin.label not in off()


def has_been_said(plugin: Plugin) -> bool:
    """Whether somebody has decided about it for the forum as a whole."""
    return PluginSwitch.FORUM in _known().said.get(plugin.label, {})


def was_switched_off(plugin: Plugin) -> bool:
    """Whether readers may miss it: somebody has switched it off, rather than never on, and not removed it."""
    said = _known().said.get(plugin.label, {}).get(PluginSwitch.FORUM)
    return said is False and not is_on(plugin) and not was_removed(plugin)


def was_removed(plugin: Plugin) -> bool:
    """Whether it was removed for good, and is still installed."""
    return any(one.label == plugin.label for one in _known().gone)


def is_on_for(plugin: Plugin, actor: Actor) -> bool:
    """Whether this actor meets the plugin: in the whole forum, or as somebody of a group in which it is on."""
    if is_on(plugin) or actor.is_system:
        return True
    place = where(plugin)
    if place.is_off:
        return False
    return bool(place.every_group and actor.keys(GROUP)) or not actor.principals.isdisjoint(place.groups)


def is_in_group(plugin: Plugin, principal: str) -> bool:
    """Whether its parts stand in the working group with this principal."""
    return plugin.is_fixed or _IGNORED.get() or where(plugin).is_in(principal)


def stands_in(label: str, principal: str) -> bool:
    """The same for a plugin that knows itself by its label: whether it has a part in this working group now."""
    plugin = apps.get_app_config(label)
    return isinstance(plugin, Plugin) and is_in_group(plugin, principal)


def gone() -> tuple[Gone, ...]:
    """What was removed for good."""
    return _known().gone


@contextmanager
def as_if_on() -> Iterator[None]:
    """What goes on for a plugin that is switched off: people get and erase their data, seats are handed over."""
    token = _IGNORED.set(True)
    try:
        yield
    finally:
        _IGNORED.reset(token)


def forget() -> None:
    """The next question reads anew; whoever has changed a switch says so after `generation.switch()`."""
    _Memory.known = None


def reset() -> None:
    """Between tests: nobody has said anything."""
    generation._Seen.switches = 0
    _Memory.known = None if settings.PLUGIN_SWITCHES_LOOK_EVERY is not None else _NOTHING_SAID


def _known() -> _Known:
    """What was read last, unless it is known or likely that there is something newer."""
    known, every = _Memory.known, settings.PLUGIN_SWITCHES_LOOK_EVERY
    if known is None and every is None and not generation.switches_seen():
        known = _Memory.known = _noting_off(_NOTHING_SAID)
    if known is not None:
        is_due = every is not None and time.monotonic() - known.looked_at >= every
        if not is_due and known.number == generation.switches_seen():
            return known
    return _look(known)


def _look(known: _Known | None) -> _Known:
    """One small query as long as nothing has changed; nothing is known before the tables are there."""
    if known is None and PluginSwitch._meta.db_table not in connection.introspection.table_names():
        return _noting_off(_NOTHING_SAID)
    try:
        generation.current()
        number = generation.switches_seen()
        found = known if known is not None and known.number == number else _read(number)
    except DatabaseError:
        if known is None:
            raise
        return known  # while the database is away, what was known last
    _Memory.known = _noting_off(found)
    return _Memory.known


def _read(number: int) -> _Known:
    """After the number: what is read may be newer than it, never older."""
    said: dict[str, dict[str, bool]] = {}
    for plugin, place, is_on in PluginSwitch.objects.values_list("plugin", "place", "is_on"):
        said.setdefault(plugin, {})[place] = is_on
    rows = RemovedPlugin.objects.exclude(prefixes=[]).values_list("plugin", "prefixes")
    return _Known(number, said, tuple(Gone(label, tuple(prefixes)) for label, prefixes in rows))


def _noting_off(known: _Known) -> _Known:
    labels = (
        config.label
        for config in apps.get_app_configs()
        if isinstance(config, Plugin)
        and not config.is_fixed
        and not known.said.get(config.label, {}).get(PluginSwitch.FORUM, by_default(config))
    )
    return _Known(known.number, known.said, known.gone, time.monotonic(), frozenset(labels))
