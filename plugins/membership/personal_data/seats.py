"""What seats say about a person."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts.models import User
from plugins.membership.models import Seat
from plugins.membership.personal_data.days import iso


def hand_out(user: User) -> list[dict[str, object]]:
    """Seats with their dates."""
    return [
        {
            "county": str(seat.county),
            "from": iso(seat.start),
            "until": iso(seat.end),
            "ends_at": seat.ends_at.isoformat() if seat.ends_at else None,
        }
        for seat in Seat.objects.filter(person=user).select_related("county").order_by("start", "pk")
    ]


def erase(user: User) -> list[str]:
    """Seats end now and point to the empty account."""
    held = Seat.objects.filter(person=user)
    held.in_force().update(end=timezone.localdate(), ends_at=timezone.now())
    if not held.exists():
        return []
    return [_("The dates of the county's seats stay, without a name: the county is the member.")]
