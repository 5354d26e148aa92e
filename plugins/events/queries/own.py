"""What is to come for one person."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from plugins.api.access import Actor
from plugins.api.starting import StartLine
from plugins.events.models import Answer, Event, EventClass, Participant, Place
from plugins.events.queries.events import events_for


def own_events(actor: Actor) -> QuerySet[Any]:
    """What the person said yes to, is asked about, or what one of their groups meets for; the next first.

    `waits` says of each whether it waits for an answer. What they said no to, or got no place at, is left out.
    """
    if actor.user is None:
        return Event.objects.none()
    own = Participant.objects.filter(person=actor.user)
    asked = own.filter(answer=Answer.NONE, invited_at__isnull=False)
    comes = own.filter(answer=Answer.YES).exclude(place=Place.REFUSED)
    declined = own.filter(Q(answer=Answer.NO) | Q(place=Place.REFUSED))
    of_groups = Q(confidentiality=EventClass.GROUP, group__in=map(int, actor.keys("group")))
    wanted = Q(pk__in=asked.values("event")) | Q(pk__in=comes.values("event")) | of_groups
    events = events_for(actor).published().upcoming().filter(wanted).exclude(pk__in=declined.values("event"))
    return events.annotate(waits=Exists(asked.filter(event=OuterRef("pk"))))


def own_lines(actor: Actor, most: int) -> list[StartLine]:
    """For the start page: when it is, and what is asked of the reader."""
    return [_line(event) for event in own_events(actor)[:most]]


def _line(event: Any) -> StartLine:
    """What waits for an answer waits at its address; the rest only tells of it."""
    url = event.get_absolute_url()
    if event.is_cancelled:
        return StartLine(event.title, url, " · ".join((event.when, _("cancelled"))), tells_of=url)
    if event.waits and event.takes_answers:
        return StartLine(event.title, url, " · ".join((event.when, _("please say whether you come"))))
    return StartLine(event.title, url, event.when, tells_of=url)
