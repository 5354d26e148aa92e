"""Handing seats over, as the office does it."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from cms.actions.people import NewPerson
from plugins.api.actors import actor_for
from plugins.membership.actions.seats import hand_over_seat
from plugins.membership.models import Seat
from plugins.membership.queries.seats import left_behind


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
