"""The numbers of a year, for the yearly report of the office. Each says how it is counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Model, Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cms.models import Publication
from plugins.api.access import Actor, may, visible_to
from plugins.api.errors import Missing
from plugins.membership.models import Application, Assessment, ContactKind, ContactRequest, GuestMandate, Seat
from workspace.models import WorkingGroup


@dataclass(frozen=True)
class Figure:
    """One line: what, how many, and how it is counted."""

    title: str
    number: int
    how: str


@dataclass(frozen=True)
class Year:
    """From its first day to its last, which is today while the year runs."""

    number: int

    @property
    def before(self) -> date:
        """The last day before it."""
        return date(self.number - 1, 12, 31)

    @property
    def last(self) -> date:
        return min(date(self.number, 12, 31), timezone.localdate())


def years(actor: Actor) -> list[int]:
    """From the first seat to this year, the newest first. Raises Missing for everybody but the office."""
    if not may(actor, "browse", ContactRequest):
        raise Missing
    first = visible_to(actor, Seat.objects.all()).order_by("start").values_list("start", flat=True).first()
    this = timezone.localdate().year
    return list(range(this, min(first.year if first else this, this) - 1, -1))


def figures(actor: Actor, number: int) -> list[Figure]:
    """All figures of a year. Raises Missing for everybody but the office."""
    if not may(actor, "browse", ContactRequest):
        raise Missing
    year = Year(number)
    return [
        *_counties(actor, year),
        *_guests(actor, year),
        *_applications(actor, year),
        *_contacts(actor, year),
        *_work(actor, year),
    ]


def _counties(actor: Actor, year: Year) -> Iterator[Figure]:
    seats = visible_to(actor, Seat.objects.all())
    before = _of_counties(seats.in_force(year.before))  # type: ignore[attr-defined]
    at_end = _of_counties(seats.in_force(year.last))  # type: ignore[attr-defined]
    during = _of_counties(_overlapping(seats, year))
    yield Figure(
        _("Member counties at the start"), len(before), _("Counties with a seat in force on the day before the year.")
    )
    yield Figure(
        _("Counties that joined"),
        len(during - before),
        _("Counties with a seat in force on some day of the year and none on the day before the year."),
    )
    yield Figure(
        _("Counties that left"),
        len((before | during) - at_end),
        _("Counties that held a seat and hold none on the last day counted."),
    )
    yield Figure(
        _("Member counties at the end"),
        len(at_end),
        _("Counties with a seat in force on %(day)s.") % {"day": date_format(year.last)},
    )
    yield Figure(
        _("Seats at the end"),
        seats.in_force(year.last).count(),  # type: ignore[attr-defined]
        _("Seats in force on %(day)s, several for a county counted each.") % {"day": date_format(year.last)},
    )


def _guests(actor: Actor, year: Year) -> Iterator[Figure]:
    mandates = _overlapping(visible_to(actor, GuestMandate.objects.all()), year)
    yield Figure(
        _("Guests with a mandate"),
        len(set(mandates.values_list("institution", flat=True))),
        _("Institutions with a mandate in force on some day of the year, each once."),
    )


def _applications(actor: Actor, year: Year) -> Iterator[Figure]:
    received = visible_to(actor, Application.objects.exclude(received_at=None))
    ended = received.filter(ended_at__year=year.number)
    yield Figure(
        _("Applications received"),
        received.filter(received_at__year=year.number).count(),
        _("Handed in during the year; what was begun and never sent is not counted."),
    )
    with_conditions = Q(decision__outcome="conditions")
    yield Figure(
        _("Applications accepted"),
        ended.filter(state="accepted").exclude(with_conditions).count(),
        _("The decision was sent during the year, whenever the application came."),
    )
    yield Figure(
        _("Applications accepted with conditions"),
        ended.filter(with_conditions, state="accepted").count(),
        _("The decision was sent during the year, whenever the application came."),
    )
    yield Figure(
        _("Applications declined"),
        ended.filter(state="declined").count(),
        _("The decision was sent during the year, whenever the application came."),
    )
    yield Figure(
        _("Applications withdrawn"),
        ended.filter(state="withdrawn").count(),
        _("Handed in before, and withdrawn by the county during the year."),
    )
    yield Figure(
        _("Assessments"),
        visible_to(actor, Assessment.objects.filter(sent_at__year=year.number)).count(),
        _("Sent by members during the year; each member's of each application is one."),
    )


def _contacts(actor: Actor, year: Year) -> Iterator[Figure]:
    asked = visible_to(actor, ContactRequest.objects.filter(confirmed_at__year=year.number))
    yield Figure(
        _("Requests for contact"), asked.count(), _("Confirmed by whoever asked during the year; by kind below.")
    )
    for kind in ContactKind:
        yield Figure(
            _("Requests for contact: %(kind)s") % {"kind": kind.label},
            asked.filter(kind=kind).count(),
            _("As whoever asked said of themselves."),
        )
    introduced = Q(introduced_at__isnull=False)
    outcomes = (
        (_("Requests with an introduction"), introduced),
        (_("Requests declined"), Q(state="declined")),
        (_("Requests that ended without an introduction"), Q(state="ended", introduced_at=None)),
        (_("Requests still open"), Q(state__in=("received", "matching"))),
    )
    for title, outcome in outcomes:
        how = _("Of the requests confirmed during the year, as they stand today.")
        yield Figure(title, asked.filter(outcome).count(), how)


def _work(actor: Actor, year: Year) -> Iterator[Figure]:
    groups = visible_to(actor, WorkingGroup.objects.exclude(founded_at=None))
    yield Figure(
        _("Working groups founded"),
        groups.filter(founded_at__year=year.number).count(),
        _("Working groups that began to work during the year."),
    )
    yield Figure(
        _("Working groups closed"),
        groups.filter(closed_at__year=year.number).count(),
        _("Working groups that ended during the year."),
    )
    published = visible_to(actor, Publication.objects.filter(published_at__year=year.number))
    yield Figure(
        _("Entries published"),
        published.filter(number=1).count(),
        _("Entries of the knowledge base whose first version was published during the year."),
    )
    yield Figure(
        _("Versions published"),
        published.count(),
        _("All versions of entries that were published during the year, the first one included."),
    )


def _overlapping(rows: QuerySet[Model], year: Year) -> QuerySet[Model]:
    """What is dated and in force on some day from the first to the last."""
    return rows.filter(Q(end=None) | Q(end__gt=year.before), start__lte=year.last)


def _of_counties(seats: QuerySet[Model]) -> set[int]:
    return set(seats.values_list("county", flat=True))
