"""What results of events became in other packages, and is forgotten when one of these is removed for good."""

from __future__ import annotations

from django.db.models import QuerySet

from plugins.api.extensions import Becoming
from plugins.api.plugin import Plugin
from plugins.api.registry import registry
from plugins.events.models import Outcome


def count_outcomes(plugin: Plugin) -> int:
    return _outcomes(plugin).count()


def forget_outcomes(plugin: Plugin) -> None:
    _outcomes(plugin).delete()


def _outcomes(plugin: Plugin) -> QuerySet[Outcome]:
    names = [one.record.name for one in registry.registrations(Becoming) if one.origin is plugin]
    return Outcome.objects.filter(becoming__in=names)
