"""How many people came from which county, and until when it is known who they were."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q
from django.utils import timezone

from cms.models import County
from plugins.api.access import Actor, may
from plugins.events.models import Attendance, Event, Participant, Place
from plugins.events.queries.events import rule_of


@dataclass(frozen=True)
class Counted:
    """One county, or None for all who came for none."""

    county: County | None
    registered: int
    came: int


@dataclass(frozen=True)
class Figures:
    """For a page: only those counties from which somebody came, in the order of their names."""

    rows: list[Counted]
    without_county: int

    @property
    def counties(self) -> int:
        return len(self.rows)

    @property
    def people(self) -> int:
        return sum(row.came for row in self.rows) + self.without_county


def counted(event: Event) -> list[Counted]:
    """From the list of people."""
    had = Q(place=Place.TAKEN)
    rows = Participant.objects.of(event).order_by().values("county")
    numbers = rows.annotate(registered=Count("pk", filter=had), there=Count("pk", filter=Q(came=True)))
    found = [row for row in numbers if row["registered"] or row["there"]]
    counties = County.objects.in_bulk([row["county"] for row in found if row["county"]])
    return [Counted(counties.get(row["county"]), row["registered"], row["there"]) for row in found]


def figures_for(event: Event, actor: Actor) -> Figures | None:
    """From the list as long as it is kept, then from what stays; None for whoever may not see it, or without any."""
    if not event.has_begun or not may(actor, "see", Attendance(event=event)):
        return None
    if event.people_erased_at is None:
        figures = _figures(counted(event))
    else:
        kept = Attendance.objects.filter(event=event).select_related("county")
        figures = _figures(Counted(row.county, row.registered, row.came) for row in kept)
    return figures if figures.people else None


def erased_on(event: Event) -> date:
    """The stated day: so many days after the event as the office set for its kind."""
    return timezone.localdate(event.over_from) + timedelta(days=rule_of(event.kind).keeps_people_for)


def _figures(rows: Iterable[Counted]) -> Figures:
    came = [row for row in rows if row.came]
    named = sorted((row for row in came if row.county is not None), key=lambda row: str(row.county))
    return Figures(named, sum(row.came for row in came if row.county is None))
