"""What the search keeps about things of other packages, and forgets when one of these is removed for good."""

from __future__ import annotations

from django.db.models import QuerySet

from plugins.api.extensions import SearchSource
from plugins.api.plugin import Plugin
from plugins.api.registry import registry
from search.models import Placement


def placements_of(plugin: Plugin) -> QuerySet[Placement]:
    """Of types that nobody else brings; the index itself follows the switch."""
    others = {one.record.type for one in registry.registrations(SearchSource) if one.origin is not plugin}
    own = {source.type for source in registry.brought_by(plugin, SearchSource)} - others
    return Placement.objects.filter(type__in=own)
