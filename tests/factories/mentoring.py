"""Mentors, and mentorships as far as somebody went with them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from cms.accounts.models import User
from plugins.api.actors import actor_for
from plugins.membership.actions.mentor_offers import offer_mentoring
from plugins.membership.actions.mentorships import accept_mentorship, assign_mentor, decline_mentorship
from plugins.membership.models import MentorOffer, Mentorship, StepKind
from tests.factories.places import make_topic


def offer_of(person: User, *, topics: tuple[str, ...] = (), capacity: int = 1, **said: Any) -> MentorOffer:
    """This member is in the pool."""
    chosen = [make_topic(title, is_open=True) for title in topics]
    return offer_mentoring(actor=actor_for(person), capacity=capacity, topics=chosen, **said)


def make_mentorship(
    mentor: User, mentee: User, *, office: User, state: str = "running", weeks_ago: int = 0
) -> Mentorship:
    """Through the same actions, as far as `state`; whoever is not in the pool yet offers one place more."""
    if not MentorOffer.objects.filter(pk=mentor.pk).exists():
        offer_of(mentor, capacity=5)
    mentorship = assign_mentor(mentor, mentee, actor=actor_for(office))
    if state == "declined":
        return decline_mentorship(mentorship, actor=actor_for(mentor))
    if state != "asked":
        mentorship = accept_mentorship(mentorship, actor=actor_for(mentor))
    if state == "running":
        mentorship = accept_mentorship(mentorship, actor=actor_for(mentee))
        _move(mentorship, timezone.localdate() - timedelta(weeks=weeks_ago))
    return mentorship


def _move(mentorship: Mentorship, began: date) -> None:
    mentorship.began_on = mentorship.path_from = began
    mentorship.save()
    for step in mentorship.steps.all():
        step.due_on = mentorship.due_on(StepKind(step.kind))
        step.save()
