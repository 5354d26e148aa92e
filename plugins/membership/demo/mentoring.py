"""A mentor of the demo world with a place left, a mentorship in its fourth week, and a new member without one."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from cms.accounts.models import User
from cms.models import County, Topic
from plugins.api.actors import actor_for
from plugins.membership.actions.mentor_offers import offer_mentoring
from plugins.membership.actions.mentorship_steps import mark_step, skip_step
from plugins.membership.actions.mentorships import accept_mentorship, assign_mentor
from plugins.membership.demo.people import demo_people
from plugins.membership.demo.seats import DOMAIN
from plugins.membership.models import MentorOffer, Mentorship, Seat, StepKind

FOR = timedelta(days=22)
NEW = f"neu{DOMAIN}"
NEW_SINCE = timedelta(days=4)


@transaction.atomic
def load() -> None:
    """Twice changes nothing."""
    people = demo_people()
    mentor, mentee = people["mentor"], people["outsider"]
    if MentorOffer.objects.filter(pk=mentor.pk).exists():
        return
    offer_mentoring(
        actor=actor_for(mentor),
        capacity=2,
        topics=list(Topic.objects.filter(slug__in=("gesundheit", "ehrenamt", "bildung"))),
        sentence="Ich kenne den Anfang auf einer halben Stelle und nehme mir jede zweite Woche eine halbe Stunde.",
        is_shown=True,
    )
    mentorship = assign_mentor(mentor, mentee, actor=actor_for(people["office"]))
    accept_mentorship(mentorship, actor=actor_for(mentor))
    accept_mentorship(mentorship, actor=actor_for(mentee))
    mark_step(mentorship.steps.get(kind=StepKind.CALL), actor=actor_for(mentor))
    skip_step(
        mentorship.steps.get(kind=StepKind.SEARCH), "kennt die Suche schon aus der Einführung", actor=actor_for(mentee)
    )
    _let_weeks_pass(Mentorship.objects.get(pk=mentorship.pk))


@transaction.atomic
def load_new_member() -> None:
    """Somebody for Auental's second seat, who has filled in nothing yet. Signs in as all do; twice changes nothing."""
    member = demo_people()["member"]
    person, is_new = User.objects.get_or_create(
        email=NEW,
        defaults={
            "first_name": "Jannis",
            "last_name": "Kröger",
            "function": "Sachbearbeiter für Integration",
            "password": member.password,
        },
    )
    if is_new:
        start = timezone.localdate() - NEW_SINCE
        county = County.objects.get(key="99001")
        Seat.objects.create(county=county, person=person, start=start, is_named_in_public=True)


def _let_weeks_pass(mentorship: Mentorship) -> None:
    """As if it had begun three weeks and a day ago, and its steps were done in between."""
    began = timezone.localdate() - FOR
    mentorship.asked_at -= FOR + timedelta(days=4)
    mentorship.agreed_at = timezone.now() - FOR - timedelta(days=2)
    mentorship.began_on = mentorship.path_from = began
    mentorship.save()
    for step in mentorship.steps.all():
        step.due_on = mentorship.due_on(StepKind(step.kind))
        if step.done_at:
            step.done_at = timezone.now() - FOR + timedelta(days=5)
        if step.skipped_at:
            step.skipped_at = timezone.now() - FOR + timedelta(days=9)
        step.save()
