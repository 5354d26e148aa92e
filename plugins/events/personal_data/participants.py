"""To which events a person was invited: handed out and erased; numbers by county stay."""

from __future__ import annotations

from cms.accounts.models import User
from plugins.api import generation
from plugins.events.models import Participant


def hand_out(user: User) -> object:
    rows = Participant.objects.filter(person=user).select_related("event").order_by("event__starts_at", "pk")
    return [
        {
            "event": row.event.title,
            "starts_at": row.event.starts_at.isoformat(),
            "role": row.role,
            "told": row.told,
            "invited_at": row.invited_at.isoformat() if row.invited_at else None,
            "reminded_at": row.reminded_at.isoformat() if row.reminded_at else None,
            "answer": row.answer,
            "answered_at": row.answered_at.isoformat() if row.answered_at else None,
            "excuse": row.excuse,
            "refused_because": row.refused_because,
            "place": row.place,
            "left_at": row.left_at.isoformat() if row.left_at else None,
            "came": row.came,
        }
        for row in rows
    ]


def erase(user: User) -> list[str]:
    """Lines of the person go whole, and with them the name in programmes."""
    Participant.objects.filter(person=user).delete()
    generation.advance()
    return []
