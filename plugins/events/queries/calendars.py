"""What stands in a person's calendar."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.db.models import Q, QuerySet
from django.utils import timezone
from icalendar import Event as Component

from plugins.api.access import Actor, visible_to
from plugins.events.calendars.components import as_it_stands, vevents, vsession
from plugins.events.models import (
    Answer,
    CalendarAddress,
    CalendarCopy,
    Event,
    Occurrence,
    Participant,
    Place,
    Session,
)

PAST: Final = timedelta(days=92)
CANCELLED_FOR: Final = timedelta(days=30)
"""So long a cancelled event stands in calendars as cancelled; then they forget it."""
NOT_COMING: Final = Q(answer=Answer.NO) | Q(place__in=(Place.REFUSED, Place.WAITING, Place.ASKED))


def address_of_person(actor: Actor) -> CalendarAddress | None:
    return visible_to(actor, CalendarAddress.objects.all()).first()


def events_in_calendar(actor: Actor) -> QuerySet[Event]:
    """What the person comes to or organises, and what their groups hold, from three months ago on.

    Rights are asked now: what the person may no longer know of is gone. What she said no to is not there, whoever
    holds it.
    """
    users = [int(key) for key in actor.keys("user")]
    own = Participant.objects.filter(person__in=users)
    coming = own.filter(Q(answer=Answer.YES) | Q(place=Place.TAKEN)).exclude(NOT_COMING)
    hers = Q(pk__in=coming.values("event")) | Q(organisers__in=users) | _of_groups(actor, own)
    now = timezone.now()
    lately = Q(ends_at__gt=now - PAST) | Q(
        pk__in=Occurrence.objects.filter(cancelled_at=None, ends_at__gt=now - PAST).values("event")
    )
    standing = Q(cancelled_at=None) | Q(cancelled_at__gt=now - CANCELLED_FOR)
    events = Event.objects.published().filter(pk__in=Event.objects.filter(hers).values("pk"))
    shown = visible_to(actor, events.filter(lately, standing)).select_related("group").order_by("starts_at", "pk")
    return shown.prefetch_related("occurrences")


def components_for(actor: Actor, events: QuerySet[Event]) -> list[Component]:
    """Each event under the number that the person's calendar knows from mails, so that neither outdoes the other."""
    people = [int(key) for key in actor.keys("user")]
    copies = CalendarCopy.objects.filter(participant__person__in=people)
    told = dict(copies.values_list("participant__event", "sequence"))
    return [component for event in events for component in vevents(event, as_it_stands(event, told.get(event.pk, 0)))]


def schedule_of(actor: Actor, event: Event | None = None) -> list[Component]:
    """Sessions that the person speaks in or has in their schedule, of all events or of one, under the same rules."""
    users = [int(key) for key in actor.keys("user")]
    if not users:
        return []
    own = Participant.objects.filter(person__in=users).exclude(Q(answer=Answer.NO) | Q(place=Place.REFUSED))
    hers = Q(speakers__in=own.values("pk")) | Q(choices__participant__in=own.values("pk"))
    now = timezone.now()
    standing = Q(cancelled_at=None) | Q(cancelled_at__gt=now - CANCELLED_FOR)
    standing &= Q(event__cancelled_at=None) | Q(event__cancelled_at__gt=now - CANCELLED_FOR)
    found = Session.objects.published().filter(standing, pk__in=Session.objects.filter(hers).values("pk"))
    if event is not None:
        found = found.filter(event=event)
    shown = visible_to(actor, found.filter(ends_at__gt=now - PAST, event__published_at__isnull=False))
    return [vsession(session) for session in shown.select_related("event__group").order_by("starts_at", "pk")]


def dates_of_series(event: Event, most: int) -> list[Occurrence]:
    """The next dates, those included that do not take place."""
    to_come = event.occurrences.filter(ends_at__gt=timezone.now()).order_by("starts_at")
    return list(to_come.select_related("event")[:most])


def _of_groups(actor: Actor, own: QuerySet[Participant]) -> Q:
    declined = own.filter(NOT_COMING).values("event")
    return Q(group__in=map(int, actor.keys("group"))) & ~Q(pk__in=declined)
