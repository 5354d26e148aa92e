"""What seats, mandates and the member directory say about a person."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts.models import User
from plugins.api.outbox import announce
from plugins.membership.facts import MemberChanged
from plugins.membership.models import GuestMandate, MemberProfile, Seat


def hand_out(user: User) -> dict[str, object]:
    """Seats and mandates with their dates, and what the person decided about the directory."""
    return {
        "seats": [
            {"county": str(seat.county), "from": seat.start.isoformat(), "until": _iso(seat.end)}
            for seat in Seat.objects.filter(person=user).select_related("county").order_by("start")
        ],
        "mandates": [
            {"institution": mandate.institution, "from": mandate.start.isoformat(), "until": _iso(mandate.end)}
            for mandate in GuestMandate.objects.filter(people=user).order_by("start")
        ],
        "directory": _of_directory(user),
    }


def erase(user: User) -> list[str]:
    """Seats end now and point to the empty account; the person leaves mandates and the directory."""
    today = timezone.localdate()
    held = Seat.objects.filter(person=user)
    held.in_force().update(end=today)
    for mandate in GuestMandate.objects.filter(people=user):
        mandate.people.remove(user)
    MemberProfile.objects.filter(person=user).delete()
    announce(MemberChanged(person_id=user.pk))
    GuestMandate.objects.filter(sponsor=user).update(sponsor=None)
    if not held.exists():
        return []
    return [_("The dates of the county's seats stay, without a name: the county is the member.")]


def _of_directory(user: User) -> dict[str, object] | None:
    """None for whoever never held a seat."""
    profile = MemberProfile.objects.filter(person=user).first()
    if profile is None:
        return None
    return {
        "is_listed": profile.is_listed,
        "topics": [topic.title for topic in profile.topics.order_by("title")],
        "competences": profile.competences,
        "shows_email": profile.shows_email,
        "telephone": profile.telephone,
        "shows_telephone": profile.shows_telephone,
    }


def _iso(day: object) -> str | None:
    return day.isoformat() if day else None  # type: ignore[attr-defined]
