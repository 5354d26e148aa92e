"""What stays of events, for tests."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from plugins.api.access import SYSTEM
from plugins.events.actions.afterwards import add_material, add_result
from plugins.events.models import Event, EventMaterial, EventResult
from tests.factories.events import make_event

TEXT = "Wir haben viel besprochen."


def make_past_event(*, days_ago: float = 1, **said: Any) -> Event:
    """It ended so many days ago."""
    event = make_event(**said)
    end = timezone.now() - timedelta(days=days_ago)
    Event.objects.filter(pk=event.pk).update(starts_at=end - timedelta(hours=2), ends_at=end)
    event.refresh_from_db()
    return event


def make_material(event: Event, *, upload: Any = None, **said: Any) -> EventMaterial:
    """Minutes for all members, unless something else is said."""
    usual = {"kind": "minutes", "title": "Protokoll", "text": TEXT, "confidentiality": "members"}
    return add_material(event, {**usual, **said}, upload=upload, actor=SYSTEM)


def make_result(
    event: Event, text: str = "Wir brauchen mehr Wohnungen.", confidentiality: str = "members"
) -> EventResult:
    return add_result(event, {"text": text, "confidentiality": confidentiality}, actor=SYSTEM)
