"""What organisers do with the list of who comes."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.accounts.models import User
from cms.models import County
from plugins.api.access import Actor, may, require
from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Refused
from plugins.api.outbox import announce
from plugins.events.actions import places
from plugins.events.actions.events import locked
from plugins.events.actions.leaving import come_back
from plugins.events.facts import ParticipantsChanged
from plugins.events.models import Answer, Event, Participant, ParticipantRole, Place


@transaction.atomic
def accept_registration(participant: Participant, *, actor: Actor) -> Participant:
    """Whoever asked has a place, or the end of the waiting list. One that was refused can be accepted later."""
    participant, event = _asked(participant, actor, Place.ASKED, Place.REFUSED)
    participant.refused_because = ""
    participant.save(update_fields=["refused_because"])
    places.pass_on(event)
    places.seat(participant, event, is_accepted=True)
    _note(participant, "accept_registration", actor)
    return participant


@transaction.atomic
def refuse_registration(participant: Participant, reason: str, *, actor: Actor) -> Participant:
    """The person reads the reason. Raises Invalid without one."""
    participant, _event = _asked(participant, actor, Place.ASKED)
    if not reason.strip():
        raise Invalid({"reason": [_("Say why: the person reads it.")]})
    participant.refused_because = reason.strip()
    participant.save(update_fields=["refused_because"])
    places.refuse(participant)
    _note(participant, "refuse_registration", actor)
    return participant


@transaction.atomic
def put_on_list(
    event: Event,
    *,
    name: str,
    email: str,
    county: County | None = None,
    role: str = ParticipantRole.ATTENDEE,
    actor: Actor,
) -> Participant:
    """Somebody who said elsewhere that they come. They get a link by which they can leave. Raises Invalid."""
    event = locked(event)
    require(actor, "edit", event)
    if event.is_over:
        raise Refused(_("This event is over, so nothing about it changes."))
    email = email.strip().lower()
    person = User.objects.filter(email=email, is_active=True).first()
    if person is not None and not may(actor_for(person), "see", event) and not actor.has("office"):
        person = None  # whoever knows nothing of the event comes as what the organiser typed
    if person is None and not name.strip():
        raise Invalid({"name": [_("Please say what the person is called.")]})
    line: dict[str, Any] = {"person": person} if person else {"person": None, "email": email}
    said = {"county": county, "role": role, "name": "" if person else name.strip()}
    participant, _made = Participant.objects.get_or_create(event=event, **line, defaults=said)
    come_back(participant, county)
    participant.answer, participant.answered_at = Answer.YES, timezone.now()
    participant.save(update_fields=["answer", "answered_at"])
    places.give_place(participant, actor=actor)
    _note(participant, "put_on_list", actor)
    if person is not None:
        announce(ParticipantsChanged(event_id=event.pk, user_ids=(person.pk,)))
    return participant


@transaction.atomic
def set_attendance(participant: Participant, came: bool | None, *, actor: Actor) -> Participant:
    """Whether the person was there; None: not known. Said twice it is the same. Raises Refused."""
    event = places.held(participant)
    participant = (
        Participant.objects.select_for_update(of=("self",)).select_related("event__group").get(pk=participant.pk)
    )
    require(actor, "see", participant)
    require(actor, "check_in", event)
    if participant.came == came:
        return participant
    participant.came = came
    participant.checked_in_at = timezone.now() if came else None
    participant.save(update_fields=["came", "checked_in_at"])
    _note(participant, "set_attendance", actor)
    return participant


@transaction.atomic
def note_export(event: Event, *, actor: Actor) -> None:
    """That somebody took the list along."""
    require(actor, "organise", event)
    log(event, "events.export_participants", user=actor.user, title=f"#{event.pk}")


def _asked(participant: Participant, actor: Actor, *standing: Place) -> tuple[Participant, Event]:
    """The line and its event, kept from others. Raises Refused when nothing is to be decided about it."""
    event = places.held(participant)
    require(actor, "edit", participant)
    if participant.place not in standing or event.is_cancelled or event.has_begun:
        raise Refused(_("There is nothing to decide about this registration any more."))
    return participant, event


def _note(participant: Participant, what: str, actor: Actor) -> None:
    """The audit trail knows lines by number: a name in it would outlive the list."""
    log(participant, f"events.{what}", user=actor.user, title=f"#{participant.pk}")
