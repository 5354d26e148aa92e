"""What assessments say about whoever wrote them."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cms.accounts.models import User
from plugins.membership.models import Assessment, AssessmentMark


def hand_out(user: User) -> dict[str, object]:
    """Own assessments with their points and words."""
    own = Assessment.objects.filter(assessor=user).order_by("pk")
    marks = AssessmentMark.objects.filter(assessment__in=own).order_by("pk")
    return {
        "assessments": list(
            own.values("application__reference", "asked_at", "due_on", "summary", "sent_at", "conflict", "conflict_at")
        ),
        "points": list(marks.values("assessment__application__reference", "criterion__title", "points", "note")),
    }


def erase(user: User) -> list[str]:
    """What was not sent goes. What was sent stays until the application goes, and points to the empty account."""
    Assessment.objects.filter(assessor=user, sent_at=None).delete()
    Assessment.objects.filter(assessor=user).update(conflict="")
    if not Assessment.objects.filter(assessor=user).exists():
        return []
    return [_("Assessments that were sent stay without a name until the application itself is removed.")]
