"""What the workspace keeps about things of other packages, and forgets when one of these is removed for good."""

from __future__ import annotations

from django.db.models import QuerySet

from plugins.api.extensions import NotificationKind
from plugins.api.plugin import Plugin
from plugins.api.registry import registry
from workspace.models import Notification, NotificationChoice


def count_notifications(plugin: Plugin) -> int:
    return _notifications(plugin).count()


def forget_notifications(plugin: Plugin) -> None:
    """Nobody is told any more of what is gone, and how often mail came about it is of no use."""
    _notifications(plugin).delete()
    NotificationChoice.objects.filter(kind__in=_kinds(plugin)).delete()


def _notifications(plugin: Plugin) -> QuerySet[Notification]:
    return Notification.objects.filter(kind__in=_kinds(plugin))


def _kinds(plugin: Plugin) -> list[str]:
    return [one.record.name for one in registry.registrations(NotificationKind) if one.origin is plugin]
