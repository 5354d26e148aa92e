"""What drafts say about a person. Texts and what is said beside them are works: they stay, under the county."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cms.accounts.models import User
from workspace.models import (
    Decision,
    Draft,
    DraftComment,
    DraftSuggestion,
    DraftTicket,
    DraftUpdate,
    DraftVersion,
    Voice,
)


def hand_out(user: User) -> dict[str, object]:
    """Drafts that the person began, versions they named, comments, suggestions and decisions about suggestions.

    Of the texts themselves only that the person wrote in them lately: they belong to all who wrote.
    """
    comments = DraftComment.objects.filter(author=user).order_by("pk")
    suggestions = DraftSuggestion.objects.filter(author=user).order_by("pk")
    decided = DraftSuggestion.objects.filter(decided_by=user).order_by("pk")
    written = DraftUpdate.objects.filter(author=user).order_by("draft").values_list("draft__title", flat=True)
    return {
        "began": list(Draft.objects.filter(author=user).order_by("pk").values("title", "created_at")),
        "wrote_lately_in": list(written.distinct()),
        "versions": list(
            DraftVersion.objects.filter(saved_by=user).order_by("pk").values("draft__title", "name", "saved_at")
        ),
        "comments": list(
            comments.values("draft__title", "county__name", "quote", "text", "created_at", "resolved_at", "deleted_at")
        ),
        "settled_comments": list(
            DraftComment.objects.filter(resolved_by=user).order_by("pk").values("draft__title", "resolved_at")
        ),
        "suggestions": list(
            suggestions.values("draft__title", "county__name", "quote", "replacement", "reason", "state", "created_at")
        ),
        "decided_suggestions": list(decided.values("draft__title", "state", "decision_reason", "decided_at")),
        "answers_in_decisions": list(
            Voice.objects.filter(person=user)
            .order_by("pk")
            .values("decision__draft__title", "county__name", "answer", "reason", "answered_at")
        ),
        "called_decisions": list(
            Decision.objects.filter(called_by=user).order_by("pk").values("draft__title", "called_at", "outcome")
        ),
        "open_tickets": list(DraftTicket.objects.filter(user=user).order_by("pk").values("draft__title", "expires_at")),
    }


def erase(user: User) -> list[str]:
    """Tickets go at once. What was written stays, and points to the empty account."""
    DraftTicket.objects.filter(user=user).delete()
    texts = Draft.objects.filter(author=user).exists() or DraftUpdate.objects.filter(author=user).exists()
    remarks = (model.objects.filter(author=user).exists() for model in (DraftComment, DraftSuggestion))
    kept = DraftVersion.objects.filter(saved_by=user).exists() or Voice.objects.filter(person=user).exists()
    if not (texts or kept or any(remarks)):
        return []
    return [
        _(
            "Drafts, comments, suggestions and answers in decisions stay for those who read them, without a name, "
            "under the county."
        )
    ]
