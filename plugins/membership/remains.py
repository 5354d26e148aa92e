"""What mandates name of other packages, and forget when one of these is removed for good."""

from __future__ import annotations

from django.db.models import QuerySet

from plugins.api.extensions import MandateScope
from plugins.api.plugin import Plugin
from plugins.api.registry import registry
from plugins.membership.models import MandateThing


def things_of(plugin: Plugin) -> QuerySet[MandateThing]:
    return MandateThing.objects.filter(scope__in=[scope.name for scope in registry.brought_by(plugin, MandateScope)])
