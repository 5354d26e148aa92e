"""Seats and mandates, what members say of themselves, and handing seats over as the office does it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from cms.accounts.models import User
from cms.actions.people import NewPerson
from cms.models import Topic
from plugins.api.actors import actor_for
from plugins.membership.actions.profiles import change_member_profile
from plugins.membership.actions.seats import hand_over_seat
from plugins.membership.demo.seats import load as seat_demo_people
from plugins.membership.models import GuestMandate, MemberProfile, Seat
from plugins.membership.queries.seats import left_behind
from tests.factories.places import make_county, make_topic

__all__ = [
    "end_seat",
    "give_mandate",
    "give_seat",
    "hand_over",
    "seat_demo_people",
    "tell_members",
    "usual_choices",
]


def give_seat(person: User, county: str = "99001", *, start: date | None = None, end: date | None = None) -> Seat:
    """A seat since a year ago, without an end unless one is given."""
    start = start or timezone.localdate() - timedelta(days=365)
    return Seat.objects.create(person=person, county=make_county(county), start=start, end=end)


def end_seat(person: User) -> None:
    """In silence, as the calendar does it."""
    Seat.objects.filter(person=person).update(end=timezone.localdate() - timedelta(days=1))


def tell_members(person: User, *, topics: Iterable[str] = (), **said: Any) -> MemberProfile:
    """What a member decides about the directory; what is not said stays as it is for everybody at first."""
    usual = {"is_listed": True, "competences": "", "shows_email": False, "telephone": "", "shows_telephone": False}
    return change_member_profile(
        MemberProfile.objects.get(person=person),
        actor=actor_for(person),
        topics=[make_topic(title, is_open=True) for title in topics],
        **{**usual, **said},
    )


def give_mandate(
    person: User,
    *,
    topics: Iterable[Topic] = (),
    kinds: Iterable[str] = (),
    start: date | None = None,
    end: date | None = None,
) -> GuestMandate:
    """A mandate since a month ago for these topics and kinds."""
    mandate = GuestMandate.objects.create(
        institution="Landkreistag",
        role="Fragende Stelle",
        kinds=list(kinds),
        start=start or timezone.localdate() - timedelta(days=30),
        end=end,
    )
    mandate.people.add(person)
    mandate.topics.set(topics)
    return mandate


def usual_choices(seat: Seat, *, has_successor: bool = True, **other: str) -> dict[str, str]:
    """What the form proposes; `other` maps the beginning of keys such as `place` to another choice."""
    chosen = {left.key: left.thing.proposed(has_successor=has_successor) for left in left_behind(seat)}
    for kind, choice in other.items():
        chosen |= {key: choice for key in chosen if f"/{kind}:" in key}
    return chosen


def hand_over(seat: Seat, to: NewPerson | None, *, by, ends_at: datetime | None = None, **other: str) -> Seat | None:
    """As proposed, at the end of this minute unless another is given."""
    return hand_over_seat(
        seat,
        successor=to,
        choices=usual_choices(seat, has_successor=to is not None, **other),
        ends_at=ends_at or timezone.now() + timedelta(minutes=1),
        actor=actor_for(by),
    )
