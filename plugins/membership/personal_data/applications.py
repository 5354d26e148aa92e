"""What applications say about a person: the applicant's own words, and what the office wrote about them."""

from __future__ import annotations

from cms.accounts.models import User
from plugins.membership.models import (
    Application,
    ApplicationDecision,
    ApplicationKey,
    ApplicationNote,
    ApplicationQuestion,
)

WORDS = ("reference", "name", "function", "email", "telephone", "reasons", "contribution", "resources")


def hand_out(user: User) -> dict[str, object]:
    """Applications under the person's address, and what they did as the office."""
    own = Application.objects.filter(email__iexact=user.email).order_by("pk")
    return {
        "applications": list(own.values(*WORDS, "county__name", "state", "begun_at", "received_at")),
        "opened_by_link": list(
            ApplicationKey.objects.filter(email__iexact=user.email)
            .order_by("pk")
            .values("application__reference", "is_reader", "created_at", "last_used_at")
        ),
        "questions_asked": list(
            ApplicationQuestion.objects.filter(asked_by=user).order_by("pk").values("part", "text", "asked_at")
        ),
        "notes": list(ApplicationNote.objects.filter(written_by=user).order_by("pk").values("text", "written_at")),
        "decisions": list(
            ApplicationDecision.objects.filter(decided_by=user).order_by("pk").values("outcome", "reason", "decided_at")
        ),
        "decisions_sent": list(
            ApplicationDecision.objects.filter(sent_by=user).order_by("pk").values("outcome", "sent_at")
        ),
    }


def erase(user: User) -> list[str]:
    """What somebody did for the office points to nobody any more; what they wrote stays with the application."""
    ApplicationQuestion.objects.filter(asked_by=user).update(asked_by=None)
    ApplicationNote.objects.filter(written_by=user).update(written_by=None)
    ApplicationDecision.objects.filter(decided_by=user).update(decided_by=None)
    ApplicationDecision.objects.filter(sent_by=user).update(sent_by=None)
    return []
