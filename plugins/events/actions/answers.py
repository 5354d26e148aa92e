"""What people say about an event: yes, or no with a note."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from plugins.api.access import Actor, require
from plugins.events.actions.events import locked
from plugins.events.actions.places import give_place, leave_place
from plugins.events.models import Answer, Participant


@transaction.atomic
def answer_invitation(participant: Participant, answer: str, *, excuse: str = "", actor: Actor) -> Participant:
    """Yes asks for a place, no leaves it; the note is for the organisers. Raises Refused."""
    locked(participant.event)  # the event before its participants, as everybody does who changes places
    participant = (
        Participant.objects.select_for_update(of=("self",)).select_related("event__group").get(pk=participant.pk)
    )
    require(actor, "answer", participant)
    participant.answer, participant.answered_at = Answer(answer), timezone.now()
    participant.excuse = excuse.strip() if answer == Answer.NO else ""
    participant.save(update_fields=["answer", "answered_at", "excuse"])
    give = give_place if answer == Answer.YES else leave_place
    give(participant, actor=actor)
    log(participant, "events.answer_invitation", user=actor.user, title=f"#{participant.pk}")
    return participant
