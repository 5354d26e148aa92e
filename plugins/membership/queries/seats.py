"""Counties as members: who sits for them now and who did before, which seats are free, what a leaver leaves behind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.models import County
from plugins.api.access import Actor, may, visible_to
from plugins.api.errors import Missing
from plugins.api.extensions import HandOver
from plugins.api.handing_over import Thing
from plugins.api.registry import registry
from plugins.api.starting import StartLine
from plugins.api.switching import as_if_on
from plugins.membership.models import SEATS_OF_A_COUNTY, GuestMandate, MemberProfile, Seat
from plugins.membership.policies.office import OFFICE

SOON: Final = timedelta(days=30)
"""The office is told of mandates that end within this time."""


@dataclass(frozen=True)
class Holder:
    """Somebody who sits or sat for a county, as far as this reader knows them."""

    seat: int
    name: str
    """Empty where the reader may not know it, or nobody does any more."""
    function: str
    person: int
    """Number of a page in the directory; 0 where there is none."""
    since: date
    until: date | None
    ends_at: datetime | None
    is_now: bool
    can_be_handed_over: bool


@dataclass(frozen=True)
class Left:
    """One thing in the list of what is handed over, with the package that knows what to do with it."""

    record: HandOver
    thing: Thing

    @property
    def key(self) -> str:
        return f"{self.record.name}/{self.thing.key}"


def member_counties(actor: Actor) -> QuerySet[Any]:
    """Every county that has or had a seat, with `holding`, the number of its seats in force. Raises Missing."""
    _insist_on_browsing(actor)
    in_force = Q(seats__in=Seat.objects.in_force())
    counties = County.objects.filter(pk__in=Seat.objects.values("county"))
    return counties.annotate(holding=Count("seats", filter=in_force, distinct=True)).order_by("name", "kind")


def county_with(actor: Actor, key: str) -> County:
    """One of them. Raises Missing."""
    county: County | None = member_counties(actor).filter(key=key).first()
    if county is None:
        raise Missing
    return county


def seat_in(actor: Actor, county: County, pk: int) -> Seat:
    """A seat of this county. Raises Missing."""
    seat = visible_to(actor, Seat.objects.filter(county=county, pk=pk)).select_related("county", "person").first()
    if seat is None:
        raise Missing
    return seat


def holders(county: County, actor: Actor) -> list[Holder]:
    """Who sits and sat for it, the newest first. Members read names of the directory, and of those who agreed."""
    seats = visible_to(actor, Seat.objects.filter(county=county)).select_related("person__memberprofile")
    found = list(seats.prefetch_related("followed_by").order_by("-start", "-pk"))
    people = [seat.person_id for seat in found]
    listed = set(MemberProfile.objects.in_directory().filter(pk__in=people).values_list("pk", flat=True))
    return [_holder(seat, actor, seat.person_id in listed) for seat in found]


def free_seats(county: County) -> int:
    """How many seats nobody holds; one that begins later is taken."""
    return max(0, SEATS_OF_A_COUNTY - seats_not_over(county).count())


def seats_not_over(county: County) -> QuerySet[Seat]:
    """Those in force, and those that begin later."""
    today, now = timezone.localdate(), timezone.now()
    return Seat.objects.filter(county=county).exclude(Q(end__lt=today) | Q(ends_at__lte=now)).order_by("pk")


def is_named_in_public(county: County) -> bool:
    """Whether whoever sits for the county agreed that everybody knows it."""
    return seats_not_over(county).filter(is_named_in_public=True).exists()


def may_name_in_public(actor: Actor, county: County) -> bool:
    """Whether the actor can say so for it."""
    seat = seats_not_over(county).select_related("county").first()
    return seat is not None and bool(may(actor, "name_in_public", seat))


def left_behind(seat: Seat) -> list[Left]:
    """What its holder passes on when it ends. What is their own goes with the last seat."""
    others = Seat.objects.in_force().filter(person=seat.person_id).exclude(pk=seat.pk).exists()
    return [left for left in _things(seat) if left.thing.county == seat.county.key or not (left.thing.county or others)]


def office_lines(actor: Actor, most: int) -> list[StartLine]:
    """For the office: counties without anybody, mandates that end soon, and in one line how many seats are free."""
    if not actor.has(OFFICE):
        return []
    short = list(member_counties(actor).filter(holding__lt=SEATS_OF_A_COUNTY).order_by("name", "kind"))
    empty = [_of_county(county, _("nobody sits for it")) for county in short if not county.holding]
    free = sum(SEATS_OF_A_COUNTY - county.holding for county in short if county.holding)
    vacant = ngettext("One vacant seat", "%(n)d vacant seats", free) % {"n": free}
    lines = [*empty, *_ending(actor, most), *([StartLine(vacant, "/mitglieder/landkreise/")] if free else [])]
    return lines[:most]


def _of_county(county: County, note: str) -> StartLine:
    return StartLine(str(county), f"/mitglieder/landkreise/{county.key}/", note)


def _ending(actor: Actor, most: int) -> list[StartLine]:
    today = timezone.localdate()
    mandates = visible_to(actor, GuestMandate.objects.in_force()).filter(end__lte=today + SOON).order_by("end", "pk")
    return [
        StartLine(
            mandate.institution,
            f"/gaeste/{mandate.pk}/",
            _("mandate until %(date)s") % {"date": date_format(mandate.end or today, "DATE_FORMAT")},
        )
        for mandate in mandates[:most]
    ]


def _things(seat: Seat) -> Iterator[Left]:
    for record in sorted(registry.records(HandOver), key=lambda record: record.order):
        with as_if_on():
            things = list(record.things(seat.person))
        yield from (Left(record, thing) for thing in things)


def _holder(seat: Seat, actor: Actor, is_listed: bool) -> Holder:
    person = seat.person
    profile = getattr(person, "memberprofile", None)
    agreed = not seat.is_in_force and profile is not None and profile.stays_named
    is_named = is_listed or agreed or actor.has(OFFICE, f"user:{person.pk}")
    return Holder(
        seat=seat.pk,
        name=f"{person.first_name} {person.last_name}".strip() if is_named else "",
        function=person.function if is_listed else "",
        person=person.pk if is_listed else 0,
        since=seat.start,
        until=seat.end,
        ends_at=seat.ends_at,
        is_now=seat.is_in_force,
        can_be_handed_over=seat.is_in_force and actor.has(OFFICE) and not seat.followed_by.all(),
    )


def _insist_on_browsing(actor: Actor) -> None:
    if not may(actor, "browse", Seat):
        raise Missing
