"""Events for tests, planned by somebody who may."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from plugins.api.access import SYSTEM
from plugins.api.actors import actor_for
from plugins.events.actions.calendars import renew_address
from plugins.events.actions.events import plan_event, publish_event
from plugins.events.models import Event


def make_event(
    *, organiser: Any = None, is_published: bool = True, days: float = 70, hours: float = 2, **said: Any
) -> Event:
    """An event so many days from now; for members, in person, in Auental, unless something else is said."""
    starts_at = timezone.now() + timedelta(days=days)
    usual = {
        "kind": "network",
        "title": "Netzwerktreffen",
        "summary": "Wir treffen uns.",
        "form": "in_person",
        "place": "Kreishaus Auental",
        "confidentiality": "members",
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(hours=hours),
    }
    topics = said.pop("topics", ())
    event = plan_event({**usual, **said}, topics=topics, actor=SYSTEM)
    if organiser is not None:
        event.organisers.add(organiser)
    return publish_event(event, actor=SYSTEM) if is_published else event


def make_calendar_address(person: Any) -> str:
    """The path of a new calendar of this person, with its secret."""
    return f"/kalender/{renew_address(actor=actor_for(person))}.ics"
