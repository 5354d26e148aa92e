"""What is to come for one person."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from plugins.api.access import Actor
from plugins.api.starting import StartLine
from plugins.events.models import Answer, Event, EventClass, Participant, Place
from plugins.events.queries.events import events_for


def own_events(actor: Actor) -> QuerySet[Any]:
    """What the person said yes to, is asked about, or what one of their groups meets for; the next first.

    `waits` says of each whether it waits for an answer, `offered_until` until when a place is kept for them there. What
    they said no to, or got no place at, is left out.
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
    kept = own.filter(place=Place.OFFERED, offered_until__gt=timezone.now(), event=OuterRef("pk"))
    return events.annotate(
        waits=Exists(asked.filter(event=OuterRef("pk"))), offered_until=Subquery(kept.values("offered_until")[:1])
    )


def own_lines(actor: Actor, most: int) -> list[StartLine]:
    """For the start page: places that are kept for the reader, the one first that ends first; then what is next, and
    what is asked of them."""
    soonest = (F("offered_until").asc(nulls_last=True), "date_starts_at", "pk")
    return [_line(event) for event in own_events(actor).order_by(*soonest)[:most]]


def _line(event: Any) -> StartLine:
    """What waits for an answer waits at its address, a kept place at the page of one's own place; the rest only tells.

    So the notification about the place, which leads there too, is left out while the line stands.
    """
    url = event.get_absolute_url()
    if event.offered_until is not None and not event.is_cancelled:
        until = timezone.localtime(event.offered_until)
        when = {"day": date_format(until, "DATE_FORMAT"), "time": date_format(until, "TIME_FORMAT")}
        kept = _("a place is kept for you until %(day)s, %(time)s o’clock: please take it or leave it") % when
        return StartLine(event.title, f"{url}mein-platz/", kept)
    if event.is_cancelled:
        return StartLine(event.title, url, " · ".join((event.when, _("cancelled"))), tells_of=url)
    if event.waits and event.takes_answers:
        return StartLine(event.title, url, " · ".join((event.when, _("please say whether you come"))))
    return StartLine(event.title, url, event.when, tells_of=url)
