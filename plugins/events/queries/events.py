"""Looking up events."""

from __future__ import annotations

from django.db.models import QuerySet

from plugins.api.access import Actor, may, visible_to
from plugins.api.errors import Missing
from plugins.events.models import USUAL_WEEKS, Event, EventKind, KindRule


def events_for(actor: Actor) -> QuerySet[Event]:
    """Every event that the actor knows of, with what lists show of it."""
    return visible_to(actor, Event.objects.all()).select_related("group").prefetch_related("topics")


def event_with(actor: Actor, slug: str) -> Event:
    """One of them. Raises Missing."""
    event = visible_to(actor, Event.objects.filter(slug=slug)).select_related("group").first()
    if event is None:
        raise Missing
    return event


def organised_with(actor: Actor, slug: str) -> Event:
    """One that the actor organises: to everybody else its pages for organisers are not there. Raises Missing."""
    event = event_with(actor, slug)
    if not may(actor, "organise", event):
        raise Missing
    return event


def rule_of(kind: str) -> KindRule:
    """What the office set for this kind, or the usual rule."""
    return KindRule.objects.filter(kind=kind).first() or KindRule(kind=kind, lead_weeks=USUAL_WEEKS[EventKind(kind)])
