"""Offers, and mentorships in every state, with what was asked quietly and answered at the end."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from cms.accounts.models import User
from plugins.membership.models import ClosingAnswer, MentorChange, MentorOffer, Mentorship
from plugins.membership.states.mentorships import INSIDE
from tests.factories.mentoring import offer_of

MODELS = (ClosingAnswer, MentorChange, Mentorship, MentorOffer)

MENTEES = {"asked": "member", "agreed": "outsider", "running": "coordinator", "closing": "former_member"}
"""Each has at most one that is open."""


def add(people: dict[str, User | None]) -> None:
    mentor = people["mentor"]
    offer_of(mentor, topics=("Wohnen",))
    offer_of(people["member"], is_shown=True)
    today, now = timezone.localdate(), timezone.now()
    for state in INSIDE:
        mentee = people[MENTEES.get(state, "outsider")]
        began = today - timedelta(weeks=4) if state in ("running", "closing", "ended", "closed") else None
        mentorship = Mentorship.objects.create(
            mentor=mentor,
            mentee=mentee,
            state=state,
            agreed_at=None if state in ("asked", "declined") else now,
            declined_by=mentor if state == "declined" else None,
            began_on=began,
            path_from=began,
            ended_on=today if state in ("ended", "closed") else None,
        )
        if began:
            MentorChange.objects.create(mentorship=mentorship, asked_by=mentee, text="Wegen der Entfernung")
            ClosingAnswer.objects.create(mentorship=mentorship, person=mentor, helped="Zeit", recommends=True)
    Mentorship.objects.create(
        mentor=mentor, mentee=people["member"], state="declined", agreed_at=now, declined_by=people["member"]
    )
