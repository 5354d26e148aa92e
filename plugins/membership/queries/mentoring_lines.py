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
from plugins.membership.queries.mentoring import counties_in_words, in_need, open_with_steps

WAITS_SINCE = timedelta(days=7)
"""After so long without an answer the office is shown whom it asked."""
SOON = timedelta(days=7)
"""A step stands on the start page from so long before its date."""


def own_lines(actor: Actor, most: int) -> list[StartLine]:
    """Consent that is asked of the reader, questions at the end, and the next step of each path when it is near."""
    rows = list(open_with_steps(actor)) if actor.user is not None else []
    if not rows:
        return []
    today = timezone.localdate()
    answered = set(
        visible_to(actor, ClosingAnswer.objects.filter(person=actor.user)).values_list("mentorship", flat=True)
    )
    lines = [_consent(row, actor) for row in rows if not row.is_together]
    lines += [_questions(row) for row in rows if row.state == "closing" and row.pk not in answered]
    lines += [_step(row, today) for row in rows if row.state == "running"]
    return [line for line in lines if line is not None][:most]


def office_lines(actor: Actor, most: int) -> list[StartLine]:
    """Quiet requests for somebody else, paths on which nothing happened, mentors who do not answer."""
    if not may(actor, "create", Mentorship):
        return []
    changes = MentorChange.objects.filter(mentorship=OuterRef("pk"), settled_at=None)
    since = timezone.now() - WAITS_SINCE
    waits = Q(state="asked", asked_at__lte=since) | Q(state="agreed", agreed_at__lte=since)
    silent = Q(state="running", office_told_on__isnull=False)
    rows = visible_to(actor, Mentorship.objects.all()).annotate(wants_change=Exists(changes))
    rows = rows.filter(Q(wants_change=True) | waits | silent).select_related("mentor", "mentee")
    return [_office_line(row) for row in rows.order_by("-wants_change", "asked_at", "pk")[:most]]


def need_lines(actor: Actor, most: int) -> list[StartLine]:
    """For the office: who needs a mentor, each leading to the page on which one is assigned."""
    if not may(actor, "create", Mentorship):
        return []
    people = in_need(actor)[:most]
    counties = counties_in_words([person.pk for person in people])
    return [
        StartLine(
            _("Assign a mentor to %(name)s") % {"name": person},
            f"/mentoring/neu/?person={person.pk}",
            counties.get(person.pk, ""),
        )
        for person in people
    ]


def _office_line(row: Mentorship) -> StartLine:
    names = _("%(mentor)s and %(mentee)s") % {"mentor": row.mentor, "mentee": row.mentee}
    if row.wants_change:  # type: ignore[attr-defined]
        return StartLine(_("Another mentor is asked for: %(names)s") % {"names": names}, row.get_absolute_url())
    if row.state == "asked":
        text = _("A mentor has not answered: %(mentor)s") % {"mentor": row.mentor}
        return StartLine(text, row.get_absolute_url(), date_format(timezone.localtime(row.asked_at)))
    if row.state == "agreed" and row.agreed_at:
        text = _("A new member has not answered: %(mentee)s") % {"mentee": row.mentee}
        return StartLine(text, row.get_absolute_url(), date_format(timezone.localtime(row.agreed_at)))
    return StartLine(
        _("Nothing has been noted in a mentorship: %(names)s") % {"names": names},
        row.get_absolute_url(),
        _("week %(week)s") % {"week": row.week()},
    )


def _consent(row: Mentorship, actor: Actor) -> StartLine | None:
    if row.state == "asked" and actor.has(f"user:{row.mentor_id}"):
        return StartLine(_("Would you accompany %(person)s?") % {"person": row.mentee}, row.get_absolute_url())
    if row.state == "agreed" and actor.has(f"user:{row.mentee_id}"):
        return StartLine(_("%(person)s would be your mentor") % {"person": row.mentor}, row.get_absolute_url())
    return None


def _questions(row: Mentorship) -> StartLine:
    until = _until(row.due_on(StepKind.EVALUATION))
    return StartLine(_("Three questions about your mentorship"), f"{row.get_absolute_url()}rueckblick/", until)


def _step(row: Mentorship, today: date) -> StartLine | None:
    """The next open step, but for the evaluation, which has questions of its own."""
    steps = [step for step in row.open_steps if step.kind != StepKind.EVALUATION]  # type: ignore[attr-defined]
    if not steps or steps[0].due_on > today + SOON:
        return None
    text = _("Mentoring: %(step)s") % {"step": steps[0].get_kind_display()}
    return StartLine(text, row.get_absolute_url(), _until(steps[0].due_on))


def _until(day: date) -> str:
    return _("until %(date)s") % {"date": date_format(day)}
