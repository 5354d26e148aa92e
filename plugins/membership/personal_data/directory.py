"""What the member directory says about a person."""

from __future__ import annotations

from cms.accounts.models import User
from plugins.api.outbox import announce
from plugins.membership.facts import MemberChanged
from plugins.membership.models import MemberProfile


def hand_out(user: User) -> dict[str, object] | None:
    """What the person decided; None for whoever never held a seat."""
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
        "stays_named": profile.stays_named,
    }


def erase(user: User) -> list[str]:
    """Nobody finds the person any more."""
    MemberProfile.objects.filter(person=user).delete()
    announce(MemberChanged(person_id=user.pk))
    return []
