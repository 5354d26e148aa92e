"""What the search keeps about things of other packages, and forgets when one of these is removed for good."""

from __future__ import annotations

from django.db.models import QuerySet

from plugins.api.extensions import SearchSource
from plugins.api.plugin import Plugin
from plugins.api.registry import registry
from search.models import Placement


def count_placements(plugin: Plugin) -> int:
    return _placements(plugin).count()


def forget_placements(plugin: Plugin) -> None:
    """The index itself follows the switch."""
    _placements(plugin).delete()


def _placements(plugin: Plugin) -> QuerySet[Placement]:
    """Of types that nobody else brings."""
    sources = registry.registrations(SearchSource)
    others = {one.record.type for one in sources if one.origin is not plugin}
    own = {one.record.type for one in sources if one.origin is plugin} - others
    return Placement.objects.filter(type__in=own)
