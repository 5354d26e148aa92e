"""What assessors and the office read of assessments, and whom the office could ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cms.models import County
from plugins.api.access import Actor, may, visible_to
from plugins.api.errors import Missing
from plugins.api.starting import StartLine
from plugins.membership.models import (
    Application,
    ApplicationLetter,
    ApplicationPart,
    Assessment,
    AssessmentMark,
    Criterion,
    Seat,
)
from plugins.membership.policies.assessments import READ_IN
from plugins.membership.policies.office import OFFICE
from plugins.membership.queries.application_pages import letter_of
from plugins.membership.queries.directory import name_of

TEXTS = ("reasons", "contribution", "resources")
"""The parts that assessors read, beside the letter. Who wrote it, e-mail and telephone are none of them."""


@dataclass(frozen=True)
class Reading:
    """One application as its assessor reads it."""

    assessment: Assessment
    reference: str
    county: County | None
    function: str
    texts: list[tuple[str, str]]
    letter: ApplicationLetter | None
    is_empty: bool
    """Whether its texts have been removed, as they are a while after it is over."""


@dataclass(frozen=True)
class Words:
    """What one assessor sent; empty where it is not to be read."""

    assessment: Assessment
    name: str
    county: str
    summary: str = ""
    marks: Sequence[AssessmentMark] = ()


@dataclass(frozen=True)
class CriterionLine:
    """One criterion in the office's table: the points of each column, their mean, the lowest and the highest."""

    title: str
    points: list[int | None]
    mean: float | None
    lowest: int | None
    highest: int | None


@dataclass(frozen=True)
class Overview:
    """All assessments of one application, for the office."""

    asked: list[Words]
    columns: list[str]
    lines: list[CriterionLine]
    may_ask: bool
    may_close: bool


def own_assessments(actor: Actor) -> QuerySet[Assessment]:
    """What the actor was asked to assess and still reads."""
    own = Assessment.objects.filter(assessor__in=map(int, actor.keys("user"))).still_read()
    return visible_to(actor, own).select_related("application__county")


def awaited_of(actor: Actor) -> QuerySet[Assessment]:
    """What the actor has still to send, the most urgent first."""
    return own_assessments(actor).filter(sent_at=None, application__state__in=READ_IN).order_by("due_on", "pk")


def own_assessment(actor: Actor, pk: int) -> Assessment:
    """One that the actor was asked for. Raises Missing for everybody else, and after a conflict of interest."""
    assessment = own_assessments(actor).filter(pk=pk).first()
    if assessment is None:
        raise Missing
    return assessment


def reading_of(assessment: Assessment) -> Reading:
    application = assessment.application
    texts = [(str(ApplicationPart(part).label), str(getattr(application, part))) for part in TEXTS]
    return Reading(
        assessment=assessment,
        reference=application.reference,
        county=application.county,
        function=application.function,
        texts=[(title, text) for title, text in texts if text],
        letter=letter_of(application),
        is_empty=application.emptied_at is not None,
    )


def criteria_of(application: Application) -> list[Criterion]:
    """By what it is read; without a round by nothing but words."""
    return list(Criterion.objects.filter(round=application.round_id)) if application.round_id else []


def others_of(actor: Actor, assessment: Assessment) -> list[Words]:
    """What the others sent: nobody before the own one has been sent."""
    others = Assessment.objects.filter(application=assessment.application_id).exclude(pk=assessment.pk).counted()
    return _words(visible_to(actor, others))


def assessments_of(actor: Actor, application: Application) -> Overview:
    """Who was asked, how far each is, and what those who sent it say. Raises Missing for all but the office."""
    if not may(actor, "check", application):
        raise Missing
    asked = _words(visible_to(actor, Assessment.objects.filter(application=application.pk)))
    counted = [words for words in asked if words.assessment.state == "sent"]
    return Overview(
        asked=asked,
        columns=[words.name for words in counted],
        lines=[_line(criterion, counted) for criterion in criteria_of(application)] if counted else [],
        may_ask=bool(may(actor, "have_assessed", application)),
        may_close=bool(may(actor, "close_reading", application)),
    )


def office_lines(actor: Actor, most: int) -> list[StartLine]:
    """For the office: assessments that are overdue, the longest first."""
    if not actor.has(OFFICE):
        return []
    late = visible_to(actor, Assessment.objects.awaited()).filter(
        due_on__lt=timezone.localdate(), application__state__in=READ_IN
    )
    return [
        StartLine(
            _("An assessment of application %(reference)s is overdue") % {"reference": one.application.reference},
            choosing_address(one.application),
            _("was due on %(date)s") % {"date": date_format(one.due_on)},
        )
        for one in late.select_related("application").order_by("due_on", "pk")[:most]
    ]


def assessor_lines(actor: Actor, most: int) -> list[StartLine]:
    """For assessors: what they have still to send."""
    return [
        StartLine(
            _("Assess application %(reference)s") % {"reference": one.application.reference},
            one.get_absolute_url(),
            (_("was due on %(date)s") if one.is_overdue else _("until %(date)s")) % {"date": date_format(one.due_on)},
        )
        for one in awaited_of(actor)[:most]
    ]


def choosing_address(application: Application) -> str:
    """Where the office sees and asks the assessors of an application."""
    return f"/mitglied-werden/bewerbungen/{application.pk}/einschaetzungen/"


def counties_by_person(people: Sequence[int]) -> dict[int, list[County]]:
    """The counties for which each of them holds a seat today."""
    found: dict[int, list[County]] = {}
    for seat in Seat.objects.in_force().filter(person__in=people).select_related("county").order_by("start", "pk"):
        found.setdefault(seat.person_id, []).append(seat.county)
    return found


def _words(assessments: QuerySet[Assessment]) -> list[Words]:
    rows = list(assessments.select_related("assessor").prefetch_related("marks__criterion").order_by("asked_at", "pk"))
    counties = counties_by_person([row.assessor_id for row in rows])
    return [_words_of(row, counties.get(row.assessor_id, [])) for row in rows]


def _words_of(row: Assessment, counties: list[County]) -> Words:
    """Drafts are nobody's but the writer's, and whoever stepped back said nothing."""
    name, county = name_of(row.assessor), ", ".join(map(str, counties))
    if row.state != "sent":
        return Words(row, name, county)
    marks = sorted(row.marks.all(), key=lambda mark: (mark.criterion.position, mark.criterion_id))
    return Words(row, name, county, row.summary, marks)


def _line(criterion: Criterion, counted: list[Words]) -> CriterionLine:
    given = [{mark.criterion_id: mark.points for mark in words.marks}.get(criterion.pk) for words in counted]
    known = [points for points in given if points is not None]
    return CriterionLine(
        criterion.title,
        given,
        mean(known) if known else None,
        min(known, default=None),
        max(known, default=None),
    )
