"""Topics stand beside events, and go without asking them."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import pre_delete
from django.dispatch import receiver

from cms.models import Topic
from plugins.api.outbox import announce
from plugins.events.facts import EventChanged
from plugins.events.models import Event


@receiver(pre_delete, sender=Topic)
def topic_goes(instance: Topic, **kwargs: Any) -> None:
    """Afterwards nobody knows any more which events were about it."""
    for pk in Event.objects.published().filter(topics=instance).values_list("pk", flat=True):
        announce(EventChanged(event_id=pk, fields=("topics",)))
