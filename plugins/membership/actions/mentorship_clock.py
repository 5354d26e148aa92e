"""What happens to mentorships by the clock, once a day and in this order."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from plugins.api.outbox import announce
from plugins.api.states import moved
from plugins.membership.actions.mentorship_closing import close
from plugins.membership.actions.mentorship_steps import tick_steps
from plugins.membership.actions.mentorships import end_with_seats
from plugins.membership.facts import EvaluationDue, MentorshipSilent, MentorshipStillSilent, MentorWantedAgain
from plugins.membership.models import ClosingAnswer, MentorOffer, Mentorship, MentorshipStep, Seat, StepKind
from plugins.membership.policies.mentoring import NOT_NOW
from plugins.membership.states.mentorships import MentorshipMachine

NUDGE_AFTER = timedelta(weeks=2)
"""With the third week, counted from when these two began."""
OFFICE_AFTER = timedelta(weeks=4)
"""With the fifth week …"""
OFFICE_AFTER_NUDGE = timedelta(weeks=2)
"""… and never sooner after the mentor was reminded, even if the server stood still in between."""
EVALUATION_FROM = timedelta(weeks=11)
"""With the twelfth week of the path."""
ANSWERS_WITHIN = timedelta(weeks=2)
"""So long after the evaluation is due the path closes without answers."""
ELEVEN_MONTHS = timedelta(days=335)


def follow_mentorships(today: date | None = None) -> None:
    """Each step in a transaction of its own; on the same day a second time it changes nothing."""
    day = today or timezone.localdate()
    tick_steps()
    for step in (end_with_seats, _nudge_mentors, _tell_office, _open_questions, _close_unanswered, _ask_again):
        with transaction.atomic():
            step(day)


def _silent() -> QuerySet[Mentorship]:
    """Running ones in which neither has marked or skipped a step since they began.

    What the platform ticks by itself does not count: it says nothing about whether the two have talked.
    """
    noted = MentorshipStep.objects.filter(mentorship=OuterRef("pk"), marked_by__isnull=False).filter(
        Q(done_at__date__gte=OuterRef("began_on")) | Q(skipped_at__date__gte=OuterRef("began_on"))
    )
    return Mentorship.objects.filter(~Exists(noted), state="running").select_for_update(of=("self",))


def _nudge_mentors(day: date) -> None:
    for mentorship in _silent().filter(nudged_on=None, began_on__lte=day - NUDGE_AFTER):
        mentorship.nudged_on = day
        mentorship.save(update_fields=["nudged_on"])
        announce(MentorshipSilent(mentorship.pk))


def _tell_office(day: date) -> None:
    late = Q(began_on__lte=day - OFFICE_AFTER, nudged_on__lte=day - OFFICE_AFTER_NUDGE)
    for mentorship in _silent().filter(late, office_told_on=None):
        mentorship.office_told_on = day
        mentorship.save(update_fields=["office_told_on"])
        announce(MentorshipStillSilent(mentorship.pk))


def _open_questions(day: date) -> None:
    running = Mentorship.objects.filter(state="running", path_from__lte=day - EVALUATION_FROM)
    for mentorship in running.select_for_update(of=("self",)):
        mentorship.state = moved(MentorshipMachine, mentorship.state, "evaluate", NOT_NOW)
        mentorship.save(update_fields=["state"])
        announce(EvaluationDue(mentorship.pk))


def _close_unanswered(day: date) -> None:
    due = MentorshipStep.objects.filter(
        mentorship=OuterRef("pk"), kind=StepKind.EVALUATION, due_on__lt=day - ANSWERS_WITHIN
    )
    for mentorship in Mentorship.objects.filter(Exists(due), state="closing").select_for_update(of=("self",)):
        close(mentorship, day)


def _ask_again(day: date) -> None:
    """Whoever said at the end that they would be a mentor in a year, holds a seat and does not offer it yet."""
    answers = ClosingAnswer.objects.filter(
        Exists(Seat.objects.in_force(day).filter(person=OuterRef("person"))),
        ~Exists(MentorOffer.objects.filter(pk=OuterRef("person"))),
        would_mentor=True,
        asked_again_on=None,
        mentorship__state="closed",
        mentorship__ended_on__lte=day - ELEVEN_MONTHS,
        person=F("mentorship__mentee"),
    )
    for answer in answers.select_for_update(of=("self",)):
        answer.asked_again_on = day
        answer.save(update_fields=["asked_again_on"])
        announce(MentorWantedAgain(answer.pk))
