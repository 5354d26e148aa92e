"""The address of a person's calendar, and what was mailed to it: handed out without the secret, and erased."""

from __future__ import annotations

from cms.accounts.models import User
from plugins.events.models import CalendarAddress, CalendarCopy


def hand_out(user: User) -> object:
    address = CalendarAddress.objects.filter(person=user).first()
    copies = CalendarCopy.objects.filter(participant__person=user).select_related("participant__event")
    return {
        "address": {
            "created_at": address.created_at.isoformat(),
            "last_used_at": address.last_used_at.isoformat() if address.last_used_at else None,
        }
        if address
        else None,
        "mailed": [
            {
                "event": copy.participant.event.title,
                "method": copy.method,
                "sequence": copy.sequence,
                "sent_at": copy.sent_at.isoformat(),
            }
            for copy in copies.order_by("sent_at", "pk")
        ],
    }


def erase(user: User) -> list[str]:
    """Programs that ask get nothing more."""
    CalendarAddress.objects.filter(person=user).delete()
    CalendarCopy.objects.filter(participant__person=user).delete()
    return []
