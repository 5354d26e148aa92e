"""Mentorships of strangers, and one of the member: how they reach each other, and what the office alone reads."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from plugins.membership.models import (
    ClosingAnswer,
    MemberProfile,
    MentorChange,
    MentorOffer,
    Mentorship,
    MentorshipStep,
    StepKind,
)
from tests.contracts.leaks.numbers import numbers
from tests.factories import UserFactory, give_seat

if TYPE_CHECKING:
    from tests.contracts.leaks.planting import Garden

NOBODY: frozenset[str] = frozenset()
OWN = frozenset({"member"})
"""Programs read no pages, and there is no REST for it."""

SAMPLES = {
    **{
        f"mentoring/<int:pk>/{rest}": lambda garden, rest=rest: [
            f"/mentoring/{pk}/{rest}" for pk in numbers(Mentorship)
        ]
        for rest in ("", "zusagen/", "absagen/", "wechsel/", "rueckblick/", "beenden/")
    },
    **{
        f"mentoring/<int:pk>/schritte/<int:step>/{rest}/": lambda garden, rest=rest: [
            f"/mentoring/{pk}/schritte/{step}/{rest}/" for pk in numbers(Mentorship) for step in numbers(MentorshipStep)
        ]
        for rest in ("erledigt", "auslassen")
    },
}


def plant(garden: Garden) -> None:
    """One that strangers have, one that the member has, one that the member never learns of."""
    stranger = _mentor(garden, "of strangers", NOBODY)
    newcomer = give_seat(UserFactory(email="neu-dabei@example.org"), "99002").person
    _mentorship(garden, "of strangers", stranger, newcomer, NOBODY, NOBODY)
    own = _mentor(garden, "of the member", OWN)
    _mentorship(garden, "of the member", own, garden.people["member"], OWN, OWN)
    refusing = _mentor(garden, "who declined the member", NOBODY)
    Mentorship.objects.create(
        mentor=refusing,
        mentee=garden.people["member"],
        state="declined",
        declined_by=refusing,
        declined_at=timezone.now(),
        decline_reason=garden.secret("why a mentor declined the member", NOBODY),
    )


def _mentor(garden: Garden, which: str, callers: frozenset[str]):
    """Shows members neither e-mail address nor telephone number."""
    word = garden.secret(f"e-mail of a mentor {which}", callers)
    person = give_seat(UserFactory(email=f"{word}@example.org", last_name="Begleitung"), "99003").person
    telephone = garden.secret(f"telephone of a mentor {which}", callers)
    MemberProfile.objects.filter(pk=person.pk).update(telephone=telephone)
    MentorOffer.objects.create(person=person, sentence=garden.secret(f"what a mentor {which} brings", NOBODY))
    return person


def _mentorship(garden: Garden, which: str, mentor, mentee, both: frozenset[str], own: frozenset[str]) -> None:
    began = timezone.localdate() - timedelta(weeks=11)
    mentorship = Mentorship.objects.create(
        mentor=mentor, mentee=mentee, state="closing", agreed_at=timezone.now(), began_on=began, path_from=began
    )
    MentorshipStep.objects.create(
        mentorship=mentorship,
        kind=StepKind.SEARCH,
        due_on=began,
        skipped_at=timezone.now(),
        marked_by=mentor,
        word=garden.secret(f"why a step was skipped in a mentorship {which}", both),
    )
    for who, person, readers in (("mentor", mentor, NOBODY), ("new member", mentee, own)):
        text = garden.secret(f"what the {who} asked quietly in a mentorship {which}", readers)
        MentorChange.objects.create(mentorship=mentorship, asked_by=person, text=text)
        ClosingAnswer.objects.create(
            mentorship=mentorship,
            person=person,
            helped=garden.secret(f"what helped the {who} in a mentorship {which}", readers),
            missing=garden.secret(f"what the {who} missed in a mentorship {which}", readers),
            recommends=True,
        )
