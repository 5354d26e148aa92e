"""What assessors and the office are told about assessments. Nothing here names a county or a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plugins.api.extensions import NotificationKind
from plugins.api.notifying import News
from plugins.membership.facts import (
    AssessmentAsked,
    AssessmentOverdue,
    AssessmentSent,
    AssessmentSoonDue,
    ConflictDeclared,
)
from plugins.membership.models import Assessment
from plugins.membership.policies.office import OFFICE
from plugins.membership.queries.assessments import choosing_address


def assessor_kind() -> NotificationKind:
    return NotificationKind(
        "membership.assessment",
        gettext_lazy("Applications that you are asked to assess, and three days before the date"),
        about=Assessment,
        facts=(AssessmentAsked, AssessmentSoonDue),
        news=assessor_news,
        sentence=_to_assessor,
        in_mail=gettext_lazy("An application waits for your assessment"),
        is_personal=True,
    )


def office_kind() -> NotificationKind:
    return NotificationKind(
        "membership.assessments",
        gettext_lazy("Assessments that are complete or overdue, and conflicts of interest (programme office)"),
        about=Assessment,
        facts=(AssessmentSent, AssessmentOverdue, ConflictDeclared),
        news=office_news,
        sentence=_to_office,
        in_mail=gettext_lazy("News about the assessments of an application"),
        is_personal=True,
    )


def assessor_news(fact: AssessmentAsked | AssessmentSoonDue) -> Iterator[News]:
    """The assessor alone; of what is sent or closed by now, nobody."""
    assessment = _found(fact.assessment_id)
    if assessment is None or assessment.state != "open":
        return
    is_new = isinstance(fact, AssessmentAsked)
    what = "asked" if is_new else "soon"
    yield News(
        about=assessment,
        url=assessment.get_absolute_url(),
        people=frozenset({assessment.assessor_id}),
        words={"what": what, "reference": assessment.application.reference, "due": assessment.due_on.isoformat()},
        key=f"assessment:{what}:{assessment.pk}",
        by=fact.by_id if isinstance(fact, AssessmentAsked) else None,
    )


def office_news(fact: AssessmentSent | AssessmentOverdue | ConflictDeclared) -> Iterator[News]:
    """The office, when it has something to do: decide, ask somebody else, or ask what is the matter."""
    assessment = _found(fact.assessment_id)
    if assessment is None or (isinstance(fact, AssessmentSent) and not fact.is_last):
        return
    what = {AssessmentSent: "all", AssessmentOverdue: "overdue", ConflictDeclared: "conflict"}[type(fact)]
    yield News(
        about=assessment,
        url=choosing_address(assessment.application),
        principals=frozenset({OFFICE}),
        words={"what": what, "reference": assessment.application.reference},
        key=f"assessments:{what}:{assessment.pk}",
    )


def _found(pk: int) -> Assessment | None:
    return Assessment.objects.select_related("application").filter(pk=pk).first()


def _to_assessor(words: Mapping[str, Any]) -> str:
    sentences = {
        "asked": _("The programme office asks you to assess application %(reference)s."),
        "soon": _("Your assessment of application %(reference)s is due on %(date)s."),
    }
    return sentences[words["what"]] % {**words, "date": date_format(date.fromisoformat(words["due"]))}


def _to_office(words: Mapping[str, Any]) -> str:
    sentences = {
        "all": _("All assessments of application %(reference)s are in."),
        "overdue": _("An assessment of application %(reference)s is overdue."),
        "conflict": _("An assessor of application %(reference)s declared a conflict of interest."),
    }
    return sentences[words["what"]] % words
