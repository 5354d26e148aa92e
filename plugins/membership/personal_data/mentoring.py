"""What mentorships say about a person."""

from __future__ import annotations

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts.models import User
from plugins.api.outbox import announce
from plugins.membership.facts import MentorshipEnded
from plugins.membership.models import (
    ClosingAnswer,
    EndReason,
    MentorChange,
    MentorOffer,
    Mentorship,
    MentorshipStep,
)
from plugins.membership.states.mentorships import OPEN

DAYS = ("state", "asked_at", "agreed_at", "began_on", "ended_on")


def hand_out(user: User) -> dict[str, object]:
    """The own offer, mentorships, words and answers. Who was asked before somebody agreed stays theirs."""
    return {
        "offer": _offer(user),
        "as_mentor": list(user.mentorships.order_by("pk").values(*DAYS, "mentee__first_name", "mentee__last_name")),
        "with_a_mentor": list(
            user.accompanied_by.exclude(agreed_at=None)
            .order_by("pk")
            .values(*DAYS, "mentor__first_name", "mentor__last_name")
        ),
        "declined": list(
            Mentorship.objects.filter(declined_by=user).order_by("pk").values("declined_at", "decline_reason")
        ),
        "assigned_for_the_office": list(
            Mentorship.objects.filter(assigned_by=user).order_by("pk").values("pk", "asked_at")
        ),
        "steps_marked": list(
            MentorshipStep.objects.filter(marked_by=user).order_by("pk").values("kind", "done_at", "skipped_at", "word")
        ),
        "changes_asked": list(MentorChange.objects.filter(asked_by=user).order_by("pk").values("text", "asked_at")),
        "answers_at_the_end": list(
            ClosingAnswer.objects.filter(person=user)
            .order_by("pk")
            .values("helped", "missing", "recommends", "would_mentor", "answered_at")
        ),
    }


def erase(user: User) -> list[str]:
    """Own words go, what runs ends with a note to the office, and the dates stay with the empty account."""
    MentorOffer.objects.filter(person=user).delete()
    own = Mentorship.objects.filter(Q(mentor=user) | Q(mentee=user))
    for pk in own.filter(state__in=OPEN).values_list("pk", flat=True):
        announce(MentorshipEnded(pk))
    own.filter(state__in=OPEN).update(state="ended", ended_on=timezone.localdate(), end_reason=EndReason.SEAT)
    MentorChange.objects.filter(mentorship__in=own, settled_at=None).update(settled_at=timezone.now())
    Mentorship.objects.filter(declined_by=user).update(decline_reason="", declined_by=None)
    Mentorship.objects.filter(assigned_by=user).update(assigned_by=None)
    MentorshipStep.objects.filter(marked_by=user).update(marked_by=None, word="")
    MentorChange.objects.filter(asked_by=user).delete()
    ClosingAnswer.objects.filter(person=user).delete()
    if not own.exists():
        return []
    return [_("That there was a mentorship stays with its dates, without your name: the other person was part of it.")]


def _offer(user: User) -> dict[str, object] | None:
    offer = MentorOffer.objects.filter(person=user).first()
    if offer is None:
        return None
    return {
        "capacity": offer.capacity,
        "topics": [topic.title for topic in offer.topics.order_by("title")],
        "sentence": offer.sentence,
        "paused_until": offer.paused_until.isoformat() if offer.paused_until else None,
        "is_shown": offer.is_shown,
        "offered_at": offer.offered_at.isoformat(),
    }
