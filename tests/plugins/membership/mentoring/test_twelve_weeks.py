"""A mentor and a new member, day by day over twelve weeks: who is told what, and in which order."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from plugins.api.actors import actor_for
from plugins.api.errors import Refused
from plugins.api.outbox import dispatch_pending
from plugins.membership.actions.mentorship_clock import follow_mentorships
from plugins.membership.actions.mentorship_closing import answer_at_the_end
from plugins.membership.actions.mentorship_steps import mark_step, skip_step
from plugins.membership.models import ClosingAnswer, Mentorship, StepKind
from tests.factories import tell_members
from tests.factories.mentoring import make_mentorship, offer_of
from workspace.queries.notifications import notifications_of, sentence

pytestmark = pytest.mark.django_db

NUDGE = "Haben Sie schon mit Alex Outsider gesprochen? In Ihrer Begleitung ist bisher nichts vermerkt."
SILENT = "In der fünften Woche ist in der Begleitung von Alex Outsider durch Alex Mentor noch nichts vermerkt."
QUESTIONS = "Zwölf Wochen sind fast um: drei Fragen zu Ihrer Begleitung."


@pytest.fixture
def mentorship(mentor, outsider, office):
    return make_mentorship(mentor, outsider, office=office)


def told(person):
    dispatch_pending()
    return {sentence(one) for one in notifications_of(actor_for(person))}


def days(first, last):
    """From the first to the last day of these weeks, counted from 1."""
    today = timezone.localdate()
    return [today + timedelta(days=number) for number in range(7 * (first - 1), 7 * last)]


def live(first, last, *, every=7):
    """What the worker does each day, or on the first day of each week."""
    for day in days(first, last)[::every]:
        follow_mentorships(day)


def test_the_steps_have_their_dates(mentorship):
    start = timezone.localdate()
    weeks = {step.kind: (step.due_on - start).days // 7 + 1 for step in mentorship.steps.all()}
    assert weeks == {
        "call": 1,
        "profile": 2,
        "search": 2,
        "reaction": 3,
        "group": 5,
        "challenge": 8,
        "evaluation": 12,
    }


def test_the_mentor_is_reminded_in_week_three_the_office_sees_it_in_week_five_and_never_twice(
    mentorship, mentor, outsider, office, member
):
    live(1, 2, every=1)
    assert NUDGE not in told(mentor)
    live(3, 3, every=1)
    assert NUDGE in told(mentor)
    assert SILENT not in told(office)
    live(4, 4, every=1)
    assert SILENT not in told(office)
    live(5, 5, every=1)
    assert SILENT in told(office)
    assert NUDGE not in told(outsider) and SILENT not in told(mentor) | told(outsider)
    nudged, office_told = Mentorship.objects.values_list("nudged_on", "office_told_on").get()
    assert ((nudged - mentorship.began_on).days, (office_told - mentorship.began_on).days) == (14, 28)
    live(6, 11, every=1)
    assert list(Mentorship.objects.values_list("nudged_on", "office_told_on")) == [(nudged, office_told)]
    assert told(member) == set()


def test_a_step_that_one_of_them_noted_means_that_nobody_is_reminded(mentorship, mentor, outsider, office):
    live(1, 1)
    mark_step(mentorship.steps.get(kind=StepKind.CALL), actor=actor_for(outsider))
    live(2, 11)
    assert NUDGE not in told(mentor)
    assert SILENT not in told(office)


def test_a_filled_in_profile_says_nothing_about_whether_they_talked(mentorship, mentor, outsider):
    tell_members(outsider, competences="Lotsen schulen")
    live(1, 3)
    assert mentorship.steps.get(kind=StepKind.PROFILE).done_at is not None
    assert NUDGE in told(mentor)


def test_a_step_after_the_reminder_keeps_the_office_out_and_brings_no_second_reminder(
    mentorship, mentor, outsider, office
):
    live(1, 3)
    assert NUDGE in told(mentor)
    skip_step(mentorship.steps.get(kind=StepKind.CALL), "kennen uns schon", actor=actor_for(mentor))
    live(4, 11)
    assert SILENT not in told(office)
    assert Mentorship.objects.get().nudged_on == mentorship.began_on + timedelta(days=14)


def test_where_the_server_stood_still_the_mentor_is_reminded_first_all_the_same(mentorship, mentor, office):
    live(6, 6)
    assert NUDGE in told(mentor)
    assert SILENT not in told(office)
    live(7, 8)
    assert SILENT in told(office)


def test_the_questions_come_in_week_twelve_and_the_path_closes_when_both_have_answered(
    mentorship, mentor, outsider, office
):
    live(1, 11)
    assert QUESTIONS not in told(mentor) | told(outsider)
    with pytest.raises(Refused):
        answer_at_the_end(mentorship, actor=actor_for(mentor), helped="Zeit", recommends=True)
    follow_mentorships(days(12, 12)[0])
    assert QUESTIONS in told(mentor) & told(outsider)
    assert QUESTIONS not in told(office)
    answer_at_the_end(mentorship, actor=actor_for(mentor), helped="Zeit", recommends=True, would_mentor=True)
    assert Mentorship.objects.get().state == "closing"
    answer_at_the_end(mentorship, actor=actor_for(outsider), helped="Der Anruf", recommends=True, would_mentor=True)
    closed = Mentorship.objects.get()
    assert (closed.state, closed.ended_on) == ("closed", timezone.localdate())
    assert closed.steps.get(kind=StepKind.EVALUATION).done_at is not None
    assert list(ClosingAnswer.objects.order_by("pk").values_list("would_mentor", flat=True)) == [False, True]


def test_without_answers_it_closes_two_weeks_after_the_twelfth(mentorship):
    live(1, 11)
    live(12, 14, every=1)
    assert Mentorship.objects.get().state == "closing"
    live(15, 15)
    assert Mentorship.objects.get().state == "closed"
    assert (Mentorship.objects.get().ended_on - mentorship.began_on).days == 98


def test_after_eleven_months_whoever_said_yes_is_asked_once_whether_to_join(mentorship, mentor, outsider, office):
    sentence_ = "Vor einem Jahr hatten Sie selbst jemanden an Ihrer Seite. Möchten Sie jetzt Mentor:in sein?"
    live(12, 12)
    for person in (mentor, outsider):
        answer_at_the_end(mentorship, actor=actor_for(person), helped="Der Anruf", recommends=True, would_mentor=True)
    today = timezone.localdate()
    follow_mentorships(today + timedelta(days=334))
    assert sentence_ not in told(outsider)
    for day in range(335, 360):
        follow_mentorships(today + timedelta(days=day))
    assert sentence_ in told(outsider)
    assert sentence_ not in told(mentor) | told(office)
    assert ClosingAnswer.objects.get(person=outsider).asked_again_on == today + timedelta(days=335)


def test_who_is_in_the_pool_already_is_not_asked_again(mentorship, mentor, outsider):
    live(12, 12)
    for person in (mentor, outsider):
        answer_at_the_end(mentorship, actor=actor_for(person), helped="Der Anruf", recommends=True, would_mentor=True)
    offer_of(outsider)
    follow_mentorships(timezone.localdate() + timedelta(days=400))
    assert ClosingAnswer.objects.get(person=outsider).asked_again_on is None
