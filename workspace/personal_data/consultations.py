"""What consultations say about a person. What members said and groups answered stays, under the county."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cms.accounts.models import User
from workspace.models import Consultation, Contribution, Reaction


def hand_out(user: User) -> dict[str, object]:
    """What the person said and answered, which consultations they opened, where they had nothing to add."""
    said = Contribution.objects.filter(author=user).order_by("pk")
    answered = Contribution.objects.filter(answered_by=user).order_by("pk")
    opened = Consultation.objects.filter(opened_by=user).order_by("pk")
    nothing = Reaction.objects.filter(person=user).order_by("pk")
    return {
        "contributions": list(
            said.values(
                *("consultation__title", "county__name", "is_of_county", "question__text", "quote", "text"),
                *("created_at", "outcome", "answer", "answered_at"),
            )
        ),
        "answered_contributions": list(answered.values("consultation__title", "outcome", "answer", "answered_at")),
        "opened_consultations": list(opened.values("title", "introduction", "opened_at", "ended_at")),
        "nothing_to_add": list(nothing.values("consultation__title", "at")),
    }


def erase(user: User) -> list[str]:
    """That there was nothing to add is forgotten. What was said and answered stays, and points to the empty account."""
    Reaction.objects.filter(person=user).delete()
    works = (
        Contribution.objects.filter(author=user),
        Contribution.objects.filter(answered_by=user),
        Consultation.objects.filter(opened_by=user),
    )
    if not any(rows.exists() for rows in works):
        return []
    return [
        _("What you said and answered in consultations stays for those who read it, without a name, under the county.")
    ]
