"""Writing down where a plugin is switched on. Whoever calls it has asked the door."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from plugins.api import generation, switching
from plugins.api.extensions import FactListener
from plugins.api.facts import PluginSwitched
from plugins.api.models import Delivery, PluginSwitch
from plugins.api.outbox import announce
from plugins.api.plugin import Plugin
from plugins.api.registry import registry


@transaction.atomic
def turn(plugin: Plugin, places: Mapping[str, bool], *, by: int | None) -> None:
    """From now on exactly this is said about the plugin; what waited for its listeners is not heard any more.

    What happened while it was off is not told to it later: a mail weeks after the fact would help nobody. Its documents
    are read anew by the search, for which `PluginSwitched` is announced.
    """
    said = PluginSwitch.objects.select_for_update().filter(plugin=plugin.label)
    said.exclude(place__in=places).delete()
    for place, is_on in places.items():
        PluginSwitch.objects.update_or_create(
            plugin=plugin.label, place=place, defaults={"is_on": is_on, "changed_by": by}
        )
    Delivery.objects.filter(listener__in=_resting_listeners(plugin)).delete()
    tell(plugin)


def tell(plugin: Plugin) -> None:
    """Every process reads anew, and the search follows. Within a transaction."""
    generation.switch()
    switching.forget()
    transaction.on_commit(switching.forget)
    announce(PluginSwitched(plugin.label))


def _resting_listeners(plugin: Plugin) -> list[str]:
    return [listener.name for listener in registry.brought_by(plugin, FactListener) if not listener.goes_on]
