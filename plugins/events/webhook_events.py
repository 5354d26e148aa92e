"""What programs outside are told of events. A token needs the scope `read:events` for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from cms.accounts.models import Scope
from plugins.api.extensions import WebhookEvent
from plugins.events.facts import EventCancelled, EventChanged, EventPublished
from plugins.events.models import Event

INSIDE: Final = frozenset({"organisers", "capacity", "registration_until", "needs_approval"})
"""Fields that matter to those who organise an event, and whose change is news to nobody else."""


def event_events() -> Iterator[WebhookEvent]:
    yield WebhookEvent(
        "event.published",
        _("An event is announced"),
        facts=(EventPublished,),
        about=_event,
        data=_data,
        scope=Scope.READ_EVENTS,
    )
    yield WebhookEvent(
        "event.changed",
        _("Something about an event is another than before, such as time or place"),
        facts=(EventChanged,),
        about=lambda fact: None if INSIDE.issuperset(fact.fields) else _event(fact),
        data=_data,
        key=_state_of_event,
        scope=Scope.READ_EVENTS,
    )
    yield WebhookEvent(
        "event.cancelled",
        _("An event does not take place"),
        facts=(EventCancelled,),
        about=_event,
        data=_data,
        scope=Scope.READ_EVENTS,
    )


def _event(fact: EventPublished | EventChanged | EventCancelled) -> Event | None:
    return Event.objects.filter(pk=fact.event_id).first()


def _state_of_event(fact: EventChanged) -> str:
    """The same fields can change again."""
    event = _event(fact)
    return f"{fact.event_id}:{','.join(fact.fields)}:{event.changed_at.isoformat() if event else ''}"


def _data(event: Event) -> dict[str, Any]:
    return {
        "id": event.pk,
        "class": event.confidentiality,
        "api": f"/api/v1/events/{event.pk}/",
        "url": event.get_absolute_url(),
        "title": event.title,
        "starts_at": event.starts_at.isoformat(),
        "ends_at": event.ends_at.isoformat(),
        "cancelled_at": event.cancelled_at.isoformat() if event.cancelled_at else None,
    }
