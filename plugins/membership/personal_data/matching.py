"""What matching says about a person."""

from __future__ import annotations

from django.db.models import Q

from cms.accounts.models import User
from plugins.membership.models import MatchRefusal, MatchWish


def hand_out(user: User) -> dict[str, object]:
    """Since when the person takes part and whom they refused; who refused them is the others' own."""
    wish = MatchWish.objects.filter(person=user).first()
    refused = MatchRefusal.objects.filter(person=user)
    return {
        "takes_part_since": wish.since.isoformat() if wish else None,
        "refused": list(refused.values("other", "refused_at")),
    }


def erase(user: User) -> list[str]:
    """Nothing of it stays."""
    MatchWish.objects.filter(person=user).delete()
    MatchRefusal.objects.filter(Q(person=user) | Q(other=user)).delete()
    return []
