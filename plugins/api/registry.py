"""What is plugged in: built once from all plugins' `extensions()`, then frozen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from django.apps import apps
from django.core.exceptions import AppRegistryNotReady, ImproperlyConfigured
from django.db.models import Model

from plugins.api import (
    becoming_slots,
    extensions,
    guest_slots,
    public_slots,
    removing_slots,
    switching,
    webhook_slots,
    working_slots,
)
from plugins.api.access import Policy
from plugins.api.plugin import Plugin
from plugins.api.renaming import reading

R = TypeVar("R")

MODULES = tuple(
    module.__name__
    for module in (extensions, becoming_slots, guest_slots, public_slots, removing_slots, webhook_slots, working_slots)
)
SLOTS = frozenset(slot for slot in vars(extensions).values() if isinstance(slot, type) and slot.__module__ in MODULES)

GOING_ON = frozenset(
    {
        extensions.PolicyRecord,
        extensions.UrlMount,
        extensions.RestMount,
        extensions.SocketRoute,
        extensions.PersonalData,
        extensions.HandOver,
        extensions.GroupTab,
        removing_slots.Remains,
    }
)
"""Slots whose records are there while their plugin is switched off: its addresses answer calmly, its rows are guarded,
people get and erase what is theirs. Groups ask of each tab whether it is on there."""


@dataclass(frozen=True)
class Registration:
    """One record and the plugin that brought it."""

    origin: Plugin
    record: Any


class Registry:
    """All records by slot. Order is core first, then plugins by name; never the order of imports."""

    @cached_property
    def plugins(self) -> tuple[Plugin, ...]:
        if not apps.ready:
            raise AppRegistryNotReady("The registry can be asked only after start-up.")
        found = [config for config in apps.get_app_configs() if isinstance(config, Plugin) and config.fits]
        return tuple(sorted(found, key=lambda plugin: (not plugin.is_core, plugin.name)))

    @cached_property
    def left_out(self) -> tuple[Plugin, ...]:
        """Plugins that are named and installed, and made for another plugin API."""
        return tuple(config for config in apps.get_app_configs() if isinstance(config, Plugin) and not config.fits)

    @cached_property
    def _registrations(self) -> dict[type, tuple[Registration, ...]]:
        found: dict[type, list[Registration]] = {slot: [] for slot in SLOTS}
        for plugin in self.plugins:
            with reading(plugin.name):
                records = list(plugin.extensions())
            for record in records:
                if type(record) not in SLOTS:
                    raise ImproperlyConfigured(
                        f"Plugin “{plugin.name}” yields {record!r}, which is not a record of any slot."
                    )
                found[type(record)].append(Registration(plugin, record))
        return {slot: tuple(registrations) for slot, registrations in found.items()}

    def registrations(self, slot: type) -> tuple[Registration, ...]:
        """The records of a slot, each with the plugin it comes from."""
        return self._registrations[slot]

    def brought_by(self, plugin: Plugin, slot: type[R]) -> list[R]:
        """The records of a slot that this plugin brought, whether it is switched on or not."""
        return [one.record for one in self._registrations[slot] if one.origin is plugin]

    def records(self, slot: type[R]) -> tuple[R, ...]:
        """The records of a slot, as far as their plugins are switched on or the slot goes on without."""
        off = frozenset() if slot in GOING_ON else switching.off()
        if not off:
            return self._records[slot]
        return tuple(
            one.record
            for one in self._registrations[slot]
            if one.origin.label not in off or getattr(one.record, "goes_on", False)
        )

    @cached_property
    def _records(self) -> dict[type, tuple[Any, ...]]:
        return {slot: tuple(one.record for one in found) for slot, found in self._registrations.items()}

    @cached_property
    def _policies(self) -> dict[type[Model], Policy[Any]]:
        policies: dict[type[Model], Policy[Any]] = {}
        for record in self.records(extensions.PolicyRecord):
            if record.policy.model in policies:
                raise ImproperlyConfigured(f"{record.policy.model.__name__} has two policies.")
            policies[record.policy.model] = record.policy
        return policies

    @cached_property
    def _objections(self) -> dict[str, tuple[extensions.Objection, ...]]:
        found: dict[str, tuple[extensions.Objection, ...]] = {}
        for record in self._records[extensions.Objection]:
            found[record.verb] = (*found.get(record.verb, ()), record)
        return found

    def objections(self, verb: str) -> tuple[extensions.Objection, ...]:
        """What packages have against this verb, whatever policies say."""
        found = self._objections.get(verb, ())
        if found and switching.off():
            at_work = self.records(extensions.Objection)
            return tuple(objection for objection in found if objection in at_work)
        return found

    @cached_property
    def _guards(self) -> dict[Policy[Any], Plugin]:
        return {one.record.policy: one.origin for one in self.registrations(extensions.PolicyRecord)}

    def guard_of(self, policy: Policy[Any]) -> Plugin | None:
        """The plugin that brought a policy."""
        return self._guards.get(policy)

    def policies(self) -> dict[type[Model], Policy[Any]]:
        """Model -> its policy."""
        return self._policies


registry = Registry()
