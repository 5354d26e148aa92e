"""Seats and mandates without a table for them: see `tests/factories/belonging.py`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from cms.accounts.models import User
from cms.models import County, Topic
from plugins.api.testing.belonging import hand_out, take_back
from tests.factories.places import make_county


@dataclass(frozen=True)
class Seat:
    """What tests read of a seat."""

    person: User
    county: County


def give_seat(person: User, county: str = "99001", *, start: date | None = None, end: date | None = None) -> Seat:
    """A seat without an end unless one is given; it counts only if today lies in its time."""
    seat = Seat(person, make_county(county))
    if is_in_force(start, end):
        hand_out(person, "members", f"county:{county}")
    return seat


def end_seat(person: User) -> None:
    take_back(person, "members", "county")


def give_mandate(
    person: User,
    *,
    topics: Iterable[Topic] = (),
    kinds: Iterable[str] = (),
    start: date | None = None,
    end: date | None = None,
) -> None:
    """A mandate for these topics and kinds."""
    if is_in_force(start, end):
        hand_out(person, *(f"guest-topic:{topic.pk}" for topic in topics), *(f"guest-kind:{kind}" for kind in kinds))


def tell_members(person: User, **said: Any) -> None:
    """There is no directory in which they would read it."""


def seat_demo_people() -> None:
    """The members of the demo world."""
    places = {"member": "99001", "coordinator": "99002", "mentor": "99003", "outsider": "99004"}
    for name, county in places.items():
        give_seat(User.objects.get(email=f"{name}@demo.example"), county)


def is_in_force(start: date | None, end: date | None) -> bool:
    today = timezone.localdate()
    return (start is None or start <= today) and (end is None or today <= end)
