"""What waits for somebody in a mentorship, in lines: for the two of them, and for the programme office."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from plugins.api.access import Actor, may, visible_to
from plugins.api.starting import StartLine
from plugins.membership.models import ClosingAnswer, MentorChange, Mentorship, StepKind
from plugins.membership.queries.mentoring import next_steps, own_mentorships

WAITS_SINCE = timedelta(days=7)
"""After so long without an answer the office is shown whom it asked."""
SOON = timedelta(days=7)
"""A step stands on the start page from so long before its date."""


def own_lines(actor: Actor, most: int) -> list[StartLine]:
    """Consent that is asked of the reader, questions at the end, and the next step of each path when it is near."""
    if actor.user is None:
        return []
    return [*_consents(actor), *_steps(actor, timezone.localdate())][:most]


def office_lines(actor: Actor, most: int) -> list[StartLine]:
    """Quiet requests for somebody else, paths on which nothing happened, mentors who do not answer."""
    if not may(actor, "create", Mentorship):
        return []
    changes = MentorChange.objects.filter(mentorship=OuterRef("pk"), settled_at=None)
    waits = Q(state="asked", asked_at__lte=timezone.now() - WAITS_SINCE)
    silent = Q(state="running", office_told_on__isnull=False)
    rows = visible_to(actor, Mentorship.objects.all()).annotate(wants_change=Exists(changes))
    rows = rows.filter(Q(wants_change=True) | waits | silent).select_related("mentor", "mentee")
    return [_office_line(row) for row in rows.order_by("-wants_change", "asked_at", "pk")[:most]]


def _office_line(row: Mentorship) -> StartLine:
    names = _("%(mentor)s and %(mentee)s") % {"mentor": row.mentor, "mentee": row.mentee}
    if row.wants_change:  # type: ignore[attr-defined]
        return StartLine(_("Another mentor is asked for: %(names)s") % {"names": names}, row.get_absolute_url())
    if row.state == "asked":
        text = _("A mentor has not answered: %(mentor)s") % {"mentor": row.mentor}
        return StartLine(text, row.get_absolute_url(), date_format(timezone.localtime(row.asked_at)))
    return StartLine(
        _("Nothing has been noted in a mentorship: %(names)s") % {"names": names},
        row.get_absolute_url(),
        _("week %(week)s") % {"week": row.week()},
    )


def _consents(actor: Actor) -> list[StartLine]:
    lines = []
    for row in own_mentorships(actor).filter(state__in=("asked", "agreed")):
        if row.state == "asked" and actor.has(f"user:{row.mentor_id}"):
            lines.append(
                StartLine(_("Would you accompany %(person)s?") % {"person": row.mentee}, row.get_absolute_url())
            )
        if row.state == "agreed" and actor.has(f"user:{row.mentee_id}"):
            text = _("%(person)s would be your mentor") % {"person": row.mentor}
            lines.append(StartLine(text, row.get_absolute_url()))
    return lines


def _steps(actor: Actor, today: date) -> list[StartLine]:
    answered = set(
        visible_to(actor, ClosingAnswer.objects.filter(person=actor.user)).values_list("mentorship", flat=True)
    )
    lines = []
    for row in next_steps(actor):
        if row.state == "closing" and row.pk not in answered:
            text = _("Three questions about your mentorship")
            lines.append(
                StartLine(text, f"{row.get_absolute_url()}rueckblick/", _until(row.due_on(StepKind.EVALUATION)))
            )
            continue
        walking = [step for step in row.open_steps if step.kind != StepKind.EVALUATION]  # type: ignore[attr-defined]
        if walking and walking[0].due_on <= today + SOON:
            text = _("Mentoring: %(step)s") % {"step": walking[0].get_kind_display()}
            lines.append(StartLine(text, row.get_absolute_url(), _until(walking[0].due_on)))
    return lines


def _until(day: date) -> str:
    return _("until %(date)s") % {"date": date_format(day)}
