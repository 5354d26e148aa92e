"""What mandates name of other packages, and forget when one of these is removed for good."""

from __future__ import annotations

from django.db.models import QuerySet

from plugins.api.extensions import MandateScope
from plugins.api.plugin import Plugin
from plugins.api.registry import registry
from plugins.membership.models import MandateThing


def count_things(plugin: Plugin) -> int:
    return _things(plugin).count()


def forget_things(plugin: Plugin) -> None:
    _things(plugin).delete()


def _things(plugin: Plugin) -> QuerySet[MandateThing]:
    names = [one.record.name for one in registry.registrations(MandateScope) if one.origin is plugin]
    return MandateThing.objects.filter(scope__in=names)
