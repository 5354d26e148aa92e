"""What somebody said they need, and for which events they read it: handed out and erased."""

from __future__ import annotations

from cms.accounts.models import User
from plugins.events.models import Needs, NeedsReader


def hand_out(user: User) -> object:
    own = Needs.objects.filter(participant__person=user).select_related("participant__event").order_by("given_at", "pk")
    read = NeedsReader.objects.filter(person=user).select_related("event").order_by("named_at", "pk")
    return {
        "given": [
            {
                "event": needs.participant.event.title,
                "diet": needs.diet,
                "access": needs.access,
                "given_at": needs.given_at.isoformat(),
            }
            for needs in own
        ],
        "reads_for": [{"event": one.event.title, "named_at": one.named_at.isoformat()} for one in read],
    }


def erase(user: User) -> list[str]:
    """All of it goes."""
    Needs.objects.filter(participant__person=user).delete()
    NeedsReader.objects.filter(person=user).delete()
    NeedsReader.objects.filter(named_by=user).update(named_by=None)
    return []
