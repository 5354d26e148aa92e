"""The quiet way to another mentor, and what both say at the end."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from plugins.api.access import SYSTEM, Actor, require
from plugins.api.errors import Invalid, Refused
from plugins.api.outbox import announce
from plugins.api.states import moved
from plugins.membership.facts import ChangeOfMentorAsked
from plugins.membership.models import ClosingAnswer, MentorChange, Mentorship, StepKind
from plugins.membership.policies.mentoring import NOT_NOW
from plugins.membership.states.mentorships import MentorshipMachine


@transaction.atomic
def ask_for_change(mentorship: Mentorship, text: str = "", *, actor: Actor) -> MentorChange:
    """Only the office hears of it. The audit trail says nothing either: others read it."""
    mentorship = Mentorship.objects.select_for_update().get(pk=mentorship.pk)
    require(actor, "ask_change", mentorship)
    if mentorship.changes.filter(asked_by=actor.user, settled_at=None).exists():
        raise Refused(_("You have asked already. The programme office gets in touch with you."))
    change = MentorChange(mentorship=mentorship, asked_by=actor.user, text=text.strip())
    _checked(change)
    change.save()
    announce(ChangeOfMentorAsked(change.pk))
    return change


@transaction.atomic
def answer_at_the_end(
    mentorship: Mentorship,
    *,
    actor: Actor,
    helped: str,
    missing: str = "",
    recommends: bool,
    would_mentor: bool = False,
) -> ClosingAnswer:
    """One of the two looks back; once both have, the path closes."""
    mentorship = Mentorship.objects.select_for_update().get(pk=mentorship.pk)
    require(actor, "look_back", mentorship)
    if mentorship.answers.filter(person=actor.user).exists():
        raise Refused(_("You have answered already. Thank you."))
    answer = ClosingAnswer(
        mentorship=mentorship,
        person=actor.user,
        helped=helped.strip(),
        missing=missing.strip(),
        recommends=recommends,
        would_mentor=would_mentor and actor.user.pk == mentorship.mentee_id,
    )
    _checked(answer)
    answer.save()
    if mentorship.answers.count() == 2:
        mentorship.steps.filter(kind=StepKind.EVALUATION, skipped_at=None).update(done_at=timezone.now())
        close(mentorship, timezone.localdate())
    return answer


def close(mentorship: Mentorship, day: date) -> None:
    """The path is over, whatever steps are open. Of a locked row, inside the transaction of the caller."""
    mentorship.state = moved(MentorshipMachine, mentorship.state, "close", NOT_NOW)
    mentorship.ended_on = day
    mentorship.save()
    mentorship.changes.filter(settled_at=None).update(settled_at=timezone.now())
    log(mentorship, "membership.close_mentorship", user=SYSTEM.user, title=f"#{mentorship.pk}")


def _checked(row: MentorChange | ClosingAnswer) -> None:
    try:
        row.full_clean()
    except ValidationError as error:
        raise Invalid(error.message_dict) from error
