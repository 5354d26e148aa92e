"""What seats and mandates say about a person."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts.models import User
from plugins.membership.models import GuestMandate, Seat


def hand_out(user: User) -> dict[str, object]:
    """Seats and mandates with their dates."""
    return {
        "seats": [
            {"county": str(seat.county), "from": seat.start.isoformat(), "until": _iso(seat.end)}
            for seat in Seat.objects.filter(person=user).select_related("county").order_by("start")
        ],
        "mandates": [
            {"institution": mandate.institution, "from": mandate.start.isoformat(), "until": _iso(mandate.end)}
            for mandate in GuestMandate.objects.filter(people=user).order_by("start")
        ],
    }


def erase(user: User) -> list[str]:
    """Seats end now and point to the empty account; the person leaves mandates."""
    today = timezone.localdate()
    held = Seat.objects.filter(person=user)
    held.in_force().update(end=today)
    for mandate in GuestMandate.objects.filter(people=user):
        mandate.people.remove(user)
    GuestMandate.objects.filter(sponsor=user).update(sponsor=None)
    if not held.exists():
        return []
    return [_("The dates of the county's seats stay, without a name: the county is the member.")]


def _iso(day: object) -> str | None:
    return day.isoformat() if day else None  # type: ignore[attr-defined]
