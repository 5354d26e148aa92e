"""The counties that are members, for the map and the table beside it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from plugins.api.access import Actor
from plugins.membership.models import Seat
from plugins.membership.queries.directory import directory

DAY = timedelta(days=1)


@dataclass(frozen=True)
class MemberCounty:
    """A county with a seat in force; `people` are those of its seats whom the directory shows."""

    key: str
    name: str
    state: str
    inhabitants: int | None
    since: date
    people: int

    @property
    def url(self) -> str:
        """The people of the county in the directory; empty where it shows nobody."""
        return f"/mitglieder/?county={self.key}" if self.people else ""


def member_counties(actor: Actor) -> list[MemberCounty]:
    """By name. Raises Missing for whoever has no directory."""
    shown = directory(actor).values("pk")
    held = Seat.objects.in_force()
    people = held.filter(person__in=shown).values_list("county", "person").distinct()
    number = Counter(county for county, _person in people)
    seats: dict[int, list[Seat]] = defaultdict(list)
    for seat in Seat.objects.filter(county__in=held.values("county")).select_related("county"):
        seats[seat.county_id].append(seat)
    found = [
        MemberCounty(
            key=rows[0].county.key,
            name=str(rows[0].county),
            state=rows[0].county.state or "",
            inhabitants=rows[0].county.inhabitants,
            since=since(rows),
            people=number[pk],
        )
        for pk, rows in seats.items()
    ]
    return sorted(found, key=lambda county: (county.name.casefold(), county.key))


def since(seats: Iterable[Seat]) -> date:
    """The day since which the county has held a seat without a gap; of a county that holds one today."""
    first = today = timezone.localdate()
    begun = sorted((seat for seat in seats if seat.start <= today), key=_last_day, reverse=True)
    for seat in begun:
        if _last_day(seat) >= first - DAY:
            first = min(first, seat.start)
    return first


def _last_day(seat: Seat) -> date:
    return seat.end or date.max
