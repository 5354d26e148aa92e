"""Looking up events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from django.db.models import Count, Prefetch, QuerySet

from cms.models import County, Topic
from plugins.api.access import ANONYMOUS, Actor, may, visible_to
from plugins.api.errors import Missing
from plugins.events.models import USUAL_WEEKS, Event, EventKind, KindRule
from plugins.events.models.events import EventQuerySet
from workspace.models import WorkingGroup

SHOWN_GROUP: str = "shown_group"
"""The attribute of `Event` with the group as far as the reader knows of it."""


@dataclass(frozen=True)
class EventFilter:
    """What a list of events is narrowed by; what the reader does not see, no event has."""

    kind: str = ""
    topic: str = ""
    group: str = ""
    from_moment: datetime | None = None
    until_moment: datetime | None = None


@dataclass(frozen=True)
class CountyEvents:
    """A county and what takes place there, the next first."""

    county: County
    events: list[Event]


def events_for(actor: Actor) -> EventQuerySet:
    """Every event that the actor knows of, with what lists show of it."""
    return _told(visible_to(actor, Event.objects.all()), actor)


def event_with(actor: Actor, slug: str) -> Event:
    """One of them. Raises Missing."""
    event = events_for(actor).filter(slug=slug).first()
    if event is None:
        raise Missing
    return event


def event_numbered(actor: Actor, pk: int) -> Event:
    """The same by its number. Raises Missing."""
    event = events_for(actor).filter(pk=pk).first()
    if event is None:
        raise Missing
    return event


def organised_with(actor: Actor, slug: str) -> Event:
    """One that the actor organises: to everybody else its pages for organisers are not there. Raises Missing."""
    event = event_with(actor, slug)
    if not may(actor, "organise", event):
        raise Missing
    return event


def narrowed(events: QuerySet[Event], by: EventFilter, actor: Actor) -> QuerySet[Event]:
    """Those that fit: by topic or group only as far as the actor sees these."""
    if by.kind:
        events = events.filter(kind=by.kind)
    if by.topic:
        events = events.filter(topics__in=visible_to(actor, Topic.objects.filter(slug=by.topic)))
    if by.group:
        events = events.filter(group__in=visible_to(actor, WorkingGroup.objects.filter(slug=by.group)))
    if by.from_moment is not None:
        events = events.filter(ends_at__gt=by.from_moment)
    if by.until_moment is not None:
        events = events.filter(starts_at__lt=by.until_moment)
    return events


def topics_of(events: QuerySet[Event], actor: Actor) -> QuerySet[Topic]:
    """Topics of these events that the actor sees."""
    return (
        visible_to(actor, Topic.objects.filter(events__in=events.order_by().values("pk"))).distinct().order_by("title")
    )


def counted(events: QuerySet[Event], field: str) -> dict[str, int]:
    """How many of them have each value of a field."""
    return dict(events.order_by().values_list(field).annotate(Count("pk", distinct=True)))


def events_of_group(actor: Actor, group: WorkingGroup) -> EventQuerySet:
    """What belongs to a group, as far as the actor knows of it."""
    return events_for(actor).filter(group=group)


def public_events() -> EventQuerySet:
    """What everybody may know of, whoever asks."""
    return events_for(ANONYMOUS)


def by_county(actor: Actor) -> list[CountyEvents]:
    """Where something is to take place, by the names of the counties."""
    found: dict[int, CountyEvents] = {}
    for event in events_for(actor).upcoming().filter(county__isnull=False, cancelled_at=None):
        assert event.county is not None
        found.setdefault(event.county.pk, CountyEvents(event.county, [])).events.append(event)
    return sorted(found.values(), key=lambda place: (place.county.name, place.county.kind))


def rule_of(kind: str) -> KindRule:
    """What the office set for this kind, or the usual rule."""
    return KindRule.objects.filter(kind=kind).first() or KindRule(kind=kind, lead_weeks=USUAL_WEEKS[EventKind(kind)])


def _told(events: QuerySet[Event], actor: Actor) -> EventQuerySet:
    """With what stands beside them, as far as the actor sees it: the name of a topic or a group tells something too."""
    topics = Prefetch("topics", visible_to(actor, Topic.objects.order_by("title")))
    group = Prefetch("group", visible_to(actor, WorkingGroup.objects.all()), to_attr=SHOWN_GROUP)
    return cast("EventQuerySet", events.select_related("group", "county").prefetch_related(topics, group))
