"""What results of events became in other packages, and is forgotten when one of these is removed for good."""

from __future__ import annotations

from django.db.models import QuerySet

from plugins.api.extensions import Becoming
from plugins.api.plugin import Plugin
from plugins.api.registry import registry
from plugins.events.models import Outcome


def outcomes_in(plugin: Plugin) -> QuerySet[Outcome]:
    return Outcome.objects.filter(becoming__in=[one.name for one in registry.brought_by(plugin, Becoming)])
