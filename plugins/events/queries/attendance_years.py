"""How many came in a year: kind by kind and county by county, as numbers and never as people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.models import County
from plugins.api.access import Actor, may, visible_to
from plugins.api.errors import Missing
from plugins.events.models import FOR_ALL, Attendance, Event, EventKind, Participant, Place
from plugins.events.models.events import EventQuerySet


@dataclass(frozen=True)
class Line:
    """One kind or one county: at how many events, how many had a place, how many were there."""

    title: str
    events: int
    registered: int
    came: int


@dataclass(frozen=True)
class YearOfEvents:
    """A year for a page: kinds in their order, counties by name, people without a county last."""

    kinds: list[Line]
    counties: list[Line]
    events: int
    came: int
    county_count: int
    """From how many counties somebody was there."""


@dataclass(frozen=True)
class _Number:
    event: int
    kind: str
    county: int | None
    registered: int
    came: int


def years(actor: Actor) -> list[int]:
    """Years in which something took place, the running one always; newest first. Raises Missing."""
    found = {moment.year for moment in _counted(actor).datetimes("starts_at", "year")}
    return sorted(found | {timezone.localdate().year}, reverse=True)


def year_of_events(actor: Actor, year: int) -> YearOfEvents:
    """All that was over by now. Raises Missing for whoever may not read how many came."""
    events = _counted(actor).filter(starts_at__year=year)
    kinds = dict(events.order_by().values_list("pk", "kind"))
    numbers = list(_numbers(events))
    return YearOfEvents(
        kinds=list(_by_kind(kinds, numbers)),
        counties=list(_by_county(numbers)),
        events=len(kinds),
        came=sum(one.came for one in numbers),
        county_count=len({one.county for one in numbers if one.came and one.county is not None}),
    )


def _counted(actor: Actor) -> EventQuerySet:
    """Of meetings of groups and of named persons nothing is counted, so that every reader reads the same."""
    if not may(actor, "browse", Attendance):
        raise Missing
    for_all = Event.objects.published().filter(confidentiality__in=FOR_ALL)
    known = Event.objects.filter(pk__in=visible_to(actor, for_all.filter(cancelled_at=None)).values("pk"))
    return known.over_at(timezone.now())


def _numbers(events: EventQuerySet) -> Iterator[_Number]:
    """From the list of people as long as it is kept, then from what stays."""
    kept = Attendance.objects.filter(event__in=events.exclude(people_erased_at=None).values("pk"))
    for row in kept.order_by().values_list("event", "event__kind", "county", "registered", "came"):
        yield _Number(*row)
    listed = Participant.objects.filter(event__in=events.filter(people_erased_at=None).values("pk"))
    counted = listed.order_by().values_list("event", "event__kind", "county")
    had_a_place = Count("pk", filter=Q(place=Place.TAKEN))
    for row in counted.annotate(registered=had_a_place, there=Count("pk", filter=Q(came=True))):
        yield _Number(*row)


def _by_kind(kinds: dict[int, str], numbers: list[_Number]) -> Iterator[Line]:
    for kind in EventKind:
        if kind in kinds.values():
            own = [one for one in numbers if one.kind == kind]
            yield _line(str(kind.label), (pk for pk, of_event in kinds.items() if of_event == kind), own)


def _by_county(numbers: list[_Number]) -> Iterator[Line]:
    met = [one for one in numbers if one.registered or one.came]
    counties = County.objects.in_bulk({one.county for one in met if one.county is not None})
    named = sorted(counties.values(), key=str)
    for pk, title in (*((county.pk, str(county)) for county in named), (None, _("without a county"))):
        own = [one for one in met if one.county == pk]
        if own:
            yield _line(title, (one.event for one in own), own)


def _line(title: str, events: Iterable[int], numbers: list[_Number]) -> Line:
    registered, came = sum(one.registered for one in numbers), sum(one.came for one in numbers)
    return Line(title, len(set(events)), registered, came)
