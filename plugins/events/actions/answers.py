"""Answering an invitation: the one place where a yes or a no is stored."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from plugins.api.access import Actor, require
from plugins.api.errors import Invalid
from plugins.api.outbox import announce
from plugins.events.actions.events import locked
from plugins.events.actions.places import give_place, leave_place
from plugins.events.facts import InvitationAnswered
from plugins.events.models import Answer, Participant


@transaction.atomic
def answer_invitation(participant: Participant, answer: str, *, excuse: str = "", actor: Actor) -> Participant:
    """Yes or no, as often as somebody changes their mind; the last answer counts. A yes keeps no note.

    To say no is possible until the event begins, to say yes as long as it takes registrations. Raises Invalid.
    """
    event = locked(participant.event)
    participant = Participant.objects.select_for_update(of=("self",)).select_related("person").get(pk=participant.pk)
    participant.event = event
    require(actor, "answer", participant)
    if answer not in (Answer.YES, Answer.NO):
        raise Invalid({"answer": [_("Please choose yes or no.")]})
    if answer == Answer.YES and participant.answer != Answer.YES and not event.takes_answers:
        raise Invalid({"answer": [_("Registration is over. Please write to whoever organises the event.")]})
    participant.answer, participant.answered_at = answer, timezone.now()
    participant.excuse = " ".join(excuse.split())[:500] if answer == Answer.NO else ""
    participant.save(update_fields=["answer", "answered_at", "excuse"])
    if answer == Answer.YES:
        give_place(participant, actor=actor)
    else:
        leave_place(participant, actor=actor)
    log(participant, "events.answer_invitation", user=actor.user, title=f"#{participant.pk}")
    announce(InvitationAnswered(participant_id=participant.pk))
    return participant
