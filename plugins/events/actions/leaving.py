"""What somebody registered for ends with the seat for which they were to come, and their place goes to who waits."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.accounts.models import User
from cms.models import County
from plugins.api.access import SYSTEM
from plugins.api.actors import actor_for
from plugins.api.outbox import announce
from plugins.events.actions.events import locked
from plugins.events.actions.places import leave_place
from plugins.events.facts import InvitationAnswered, ParticipantsChanged
from plugins.events.models import Answer, Event, EventClass, Participant, ParticipantRole


@transaction.atomic
def leave_with_seat(leaver: User, county: str, at: datetime) -> None:
    """From that minute on the person comes to nothing for this county, by its official key, and knows of nothing by it.

    With the last seat also what only members know of ends. Who speaks was asked as who they are, and stays.
    """
    lines = Participant.objects.standing().filter(person=leaver, role=ParticipantRole.ATTENDEE)
    ends = Q(county__key=county)
    if not actor_for(leaver).keys("county") - {county}:
        ends |= Q(county=None, event__confidentiality=EventClass.MEMBERS)
    lines.filter(ends).update(left_at=at)
    give_places_up()


def give_places_up() -> None:
    """By the clock: whoever left has no place any more, line by line, so that one holds up no other."""
    now = timezone.now()
    left = Participant.objects.filter(left_at__lte=now).exclude(answer=Answer.NO)
    for participant in left.exclude(event__in=Event.objects.over_at(now).values("pk")).select_related("event"):
        _give_up(participant)


def come_back(participant: Participant, county: County | None) -> Participant:
    """Whoever left and is on the list anew comes by what they are now, not by the seat that ended."""
    if participant.has_left:
        participant.left_at, participant.county = None, county
        participant.save(update_fields=["left_at", "county"])
    return participant


@transaction.atomic
def _give_up(participant: Participant) -> None:
    """Once it has begun, who was there was there."""
    event = locked(participant.event)
    participant = Participant.objects.select_for_update(of=("self",)).get(pk=participant.pk)
    if event.has_begun or not participant.has_left or participant.answer == Answer.NO:
        return
    participant.answer, participant.answered_at = Answer.NO, timezone.now()
    with translation.override(settings.LANGUAGE_CODE):
        participant.excuse = _("The seat for the county has ended.")
    participant.save(update_fields=["answer", "answered_at", "excuse"])
    leave_place(participant, actor=SYSTEM)
    log(participant, "events.leave_with_seat", user=None, title=f"#{participant.pk}")
    announce(InvitationAnswered(participant_id=participant.pk))
    if participant.person_id is not None:
        announce(ParticipantsChanged(event_id=event.pk, user_ids=(participant.person_id,)))
