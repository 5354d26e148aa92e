"""What the knowledge base keeps about things of other packages, and forgets when one of these is removed for good."""

from __future__ import annotations

from django.db.models import QuerySet

from cms.models import Webhook, WebhookDelivery
from plugins.api.extensions import WebhookEvent
from plugins.api.plugin import Plugin
from plugins.api.registry import registry


def deliveries_about(plugin: Plugin) -> QuerySet[WebhookDelivery]:
    return WebhookDelivery.objects.filter(event__in=_events(plugin))


def forget_events(plugin: Plugin) -> None:
    """Webhooks are told what is left of what they asked for; one that asked for nothing else ends."""
    names = set(_events(plugin))
    for webhook in Webhook.objects.all():
        left = [name for name in webhook.events if name not in names]
        if not left:
            webhook.delete()
        elif left != webhook.events:
            Webhook.objects.filter(pk=webhook.pk).update(events=left)


def _events(plugin: Plugin) -> list[str]:
    return [event.name for event in registry.brought_by(plugin, WebhookEvent)]
