"""Members read an application: they are asked, they write and send, or step back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Final

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.accounts.models import User
from plugins.api.access import Actor, require
from plugins.api.errors import Invalid
from plugins.api.outbox import announce
from plugins.api.states import moved
from plugins.membership.facts import (
    AssessmentAsked,
    AssessmentOverdue,
    AssessmentSent,
    AssessmentSoonDue,
    ConflictDeclared,
)
from plugins.membership.models import Application, Assessment, AssessmentMark
from plugins.membership.policies.applications import NOT_NOW
from plugins.membership.policies.assessments import READ_IN
from plugins.membership.queries.assessments import counties_by_person, criteria_of
from plugins.membership.queries.assessors import closed_counties
from plugins.membership.states.applications import ApplicationMachine

FEWEST: Final = 2
"""So many have to read an application."""
REMINDED_BEFORE: Final = timedelta(days=3)
TELLING_SINCE: Final = time(8)

Marks = Mapping[int, tuple[int | None, str]]
"""Points and note by the number of the criterion."""


@transaction.atomic
def ask_assessors(application: Application, people: Sequence[User], *, due_on: date, actor: Actor) -> list[Assessment]:
    """They read it from now on; all of different counties, none of the applicant's. Raises Invalid otherwise.

    An application that was assessed already is read again, until these have answered too.
    """
    application = _locked_application(application.pk)
    require(actor, "have_assessed", application)
    _insist_on_fit(application, people, due_on)

    if application.state == "assessed":
        _move(application, "read_again")
    asked = [Assessment.objects.create(application=application, assessor=person, due_on=due_on) for person in people]
    log(application, "membership.ask_assessors", user=actor.user, title=application.reference)
    for assessment in asked:
        announce(AssessmentAsked(assessment.pk, assessment.assessor_id, actor.user.pk if actor.user else None))
    return asked


@transaction.atomic
def save_assessment(assessment: Assessment, *, summary: str, marks: Marks, actor: Actor) -> Assessment:
    """Keep what is written so far. Nobody else reads it. Raises Invalid for what is too long."""
    assessment = _locked(assessment)
    require(actor, "write", assessment)

    _write(assessment, summary, marks)
    return assessment


@transaction.atomic
def send_assessment(assessment: Assessment, *, summary: str, marks: Marks, actor: Actor) -> Assessment:
    """The office reads it, and so do those who sent theirs. Raises Invalid while something is missing.

    With the last one that is awaited, and at least two, the application is assessed.
    """
    assessment = _locked(assessment)
    require(actor, "send", assessment)

    _write(assessment, summary, marks)
    _insist_on_all(assessment)
    assessment.sent_at = timezone.now()
    assessment.save(update_fields=["sent_at"])
    application = assessment.application
    everyone = application.assessments.all()
    is_last = not everyone.awaited().exists() and everyone.counted().count() >= FEWEST
    if is_last:
        _move(application, "have_assessed")
    log(assessment, "membership.send_assessment", user=actor.user, title=f"#{assessment.pk}")
    announce(AssessmentSent(assessment.pk, assessment.assessor_id, is_last))
    return assessment


@transaction.atomic
def declare_conflict(assessment: Assessment, *, reason: str, actor: Actor) -> Assessment:
    """Step back, sent or not: the application is closed to the assessor at once; the office reads the reason."""
    assessment = _locked(assessment)
    require(actor, "declare_conflict", assessment)

    assessment.conflict, assessment.conflict_at = reason.strip(), timezone.now()
    if not assessment.conflict:
        raise Invalid({"reason": [_("Please say in a sentence why you step back.")]})
    _insist_on_lengths(assessment, {"conflict": "reason"})
    assessment.save(update_fields=["conflict", "conflict_at"])
    log(assessment, "membership.declare_conflict", user=actor.user, title=f"#{assessment.pk}")
    announce(ConflictDeclared(assessment.pk, assessment.assessor_id))
    return assessment


@transaction.atomic
def close_reading(application: Application, *, actor: Actor) -> Application:
    """The office waits for no further assessment: the application can be decided."""
    application = _locked_application(application.pk)
    require(actor, "close_reading", application)

    _move(application, "have_assessed")
    log(application, "membership.close_reading", user=actor.user, title=application.reference)
    return application


@transaction.atomic
def follow_due_assessments(moment: datetime | None = None) -> None:
    """Three days before, the assessor is reminded; after the last day, the office is told. Each once."""
    now = timezone.localtime(moment)
    if now.time() < TELLING_SINCE:
        return
    today = now.date()
    awaited = Assessment.objects.awaited().filter(application__state__in=READ_IN)
    soon = awaited.still_read().filter(reminded_at=None, due_on__range=(today, today + REMINDED_BEFORE))
    for assessment in soon.select_for_update(of=("self",)):
        assessment.reminded_at = now
        assessment.save(update_fields=["reminded_at"])
        if timezone.localdate(assessment.asked_at) < assessment.due_on - REMINDED_BEFORE:
            announce(AssessmentSoonDue(assessment.pk))
    late = awaited.filter(overdue_at=None, due_on__lt=today)
    for assessment in late.select_for_update(of=("self",)):
        assessment.overdue_at = now
        assessment.save(update_fields=["overdue_at"])
        announce(AssessmentOverdue(assessment.pk))


def _locked_application(pk: int) -> Application:
    return Application.objects.select_for_update().get(pk=pk)


def _locked(assessment: Assessment) -> Assessment:
    """The application first: whether it is assessed depends on all its assessments."""
    application = _locked_application(assessment.application_id)
    assessment = Assessment.objects.select_for_update().get(pk=assessment.pk)
    assessment.application = application
    return assessment


def _move(application: Application, event: str) -> None:
    application.state = moved(ApplicationMachine, application.state, event, NOT_NOW)
    application.save(update_fields=["state"])


def _insist_on_fit(application: Application, people: Sequence[User], due_on: date) -> None:
    wrong: dict[str, list[str]] = {}
    if sentence := _why_not_these(application, people):
        wrong["people"] = [sentence]
    if due_on <= timezone.localdate():
        wrong["due_on"] = [_("The date lies in the future: people need time to read.")]
    if wrong:
        raise Invalid(wrong)


def _why_not_these(application: Application, people: Sequence[User]) -> str:
    if not people:
        return _("Please choose whom to ask.")
    asked = application.assessments.filter(conflict_at=None).count()
    if asked + len(people) < FEWEST:
        return _("At least two members of different counties read an application.")
    if application.assessments.filter(assessor__in=[person.pk for person in people]).exists():
        return _("One of these people has been asked already.")
    counties = counties_by_person([person.pk for person in people if person.is_active])
    if any(person.pk not in counties for person in people):
        return _("One of these people holds no seat at the moment.")
    keys = [key for person in people for key in {county.pk for county in counties[person.pk]}]
    if closed_counties(application).intersection(keys):
        return _("Nobody of the county that applies is asked, and of no county a second person.")
    if len(set(keys)) < len(keys):
        return _("All who are asked come from different counties.")
    return ""


def _write(assessment: Assessment, summary: str, marks: Marks) -> None:
    assessment.summary = summary.strip()
    _insist_on_lengths(assessment, {})
    assessment.save(update_fields=["summary"])
    for criterion in criteria_of(assessment.application):
        points, note = marks.get(criterion.pk, (None, ""))
        mark = AssessmentMark(assessment=assessment, criterion=criterion, points=points, note=note.strip())
        _insist_on_lengths(mark, {"points": f"points_{criterion.pk}", "note": f"note_{criterion.pk}"})
        AssessmentMark.objects.update_or_create(
            assessment=assessment, criterion=criterion, defaults={"points": points, "note": mark.note}
        )


def _insist_on_all(assessment: Assessment) -> None:
    """Whoever sends has said something of everything."""
    given = dict(assessment.marks.values_list("criterion", "points"))
    missing = {
        f"points_{criterion.pk}": [_("Please give points for this criterion.")]
        for criterion in criteria_of(assessment.application)
        if given.get(criterion.pk) is None
    }
    if not assessment.summary:
        missing["summary"] = [_("Please say in a few sentences what you think.")]
    if missing:
        raise Invalid(missing)


def _insist_on_lengths(obj: Assessment | AssessmentMark, names: Mapping[str, str]) -> None:
    """Raise Invalid under the names that the form has for these fields."""
    written = {"summary", "conflict"} if isinstance(obj, Assessment) else {"points", "note"}
    try:
        obj.clean_fields(exclude={field.name for field in obj._meta.fields} - written)
    except ValidationError as error:
        raise Invalid({names.get(name, name): said for name, said in error.message_dict.items()}) from error
