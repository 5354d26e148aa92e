"""What assessments say about whoever wrote them."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cms.accounts.models import User
from plugins.membership.models import Assessment, AssessmentMark


def hand_out(user: User) -> dict[str, object]:
    """Own assessments with their points and words. After a conflict of interest the application is not named."""
    own = Assessment.objects.filter(assessor=user).order_by("pk")
    marks = AssessmentMark.objects.filter(assessment__in=own.filter(conflict_at=None)).order_by("pk")
    words = ("asked_at", "due_on", "summary", "sent_at", "conflict", "conflict_at")
    rows: list[dict[str, object]] = [dict(row) for row in own.values("application__reference", *words)]
    for row in rows:
        if row["conflict_at"]:
            row["application__reference"] = ""
    return {
        "assessments": rows,
        "points": list(marks.values("assessment__application__reference", "criterion__title", "points", "note")),
    }


def erase(user: User) -> list[str]:
    """What was not sent goes. What was sent stays until the application goes, and points to the empty account."""
    Assessment.objects.filter(assessor=user, sent_at=None).delete()
    Assessment.objects.filter(assessor=user).update(conflict="")
    if not Assessment.objects.filter(assessor=user).exists():
        return []
    return [_("Assessments that were sent stay without a name until the application itself is removed.")]
