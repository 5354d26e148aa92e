"""What the workspace keeps about things of other packages, and forgets when one of these is removed for good."""

from __future__ import annotations

from django.db.models import QuerySet

from plugins.api.extensions import NotificationKind
from plugins.api.plugin import Plugin
from plugins.api.registry import registry
from workspace.models import Notification, NotificationChoice


def notifications_about(plugin: Plugin) -> QuerySet[Notification]:
    """Nobody is told any more of what is gone."""
    return Notification.objects.filter(kind__in=_kinds(plugin))


def forget_choices(plugin: Plugin) -> None:
    """How often mail came about it is of no use."""
    NotificationChoice.objects.filter(kind__in=_kinds(plugin)).delete()


def _kinds(plugin: Plugin) -> list[str]:
    return [kind.name for kind in registry.brought_by(plugin, NotificationKind)]
