"""Places of an event: given, waited for, offered to whoever is next, and left.

Whoever changes a place holds the event's row, and takes it before any row of a participant: so two who come at once
never get the same place, and never wait for each other.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from plugins.api.access import Actor, may
from plugins.api.errors import Refused
from plugins.api.outbox import announce
from plugins.events.actions.events import locked
from plugins.events.facts import PlaceChanged
from plugins.events.models import Answer, Event, Needs, Participant, ParticipantRole, Place
from plugins.events.periods import OFFER_HOLDS

HELD = ("place", "queued_at", "offered_until", "refused_because")
"""What is read anew once the event is held: somebody else may have changed it meanwhile."""


@transaction.atomic
def give_place(participant: Participant, *, actor: Actor) -> None:
    """Whoever said yes has a place, waits for one, or has asked for one. Raises Refused.

    An offered place is taken; one that was offered too long ago is not kept any more, and the person is last in line.
    Whoever is invited, or put on the list by organisers, needs no approval.
    """
    event = held(participant)
    if participant.place == Place.OFFERED and not _still_holds(participant):
        put(participant, Place.NONE)
    pass_on(event)
    if participant.place in (Place.TAKEN, Place.WAITING, Place.ASKED):
        return
    if participant.place == Place.REFUSED:
        raise Refused(_("The organisers did not accept this registration."))
    if participant.place == Place.OFFERED:
        put(participant, Place.TAKEN)
        _told(participant, "taken")
        return
    is_organiser = bool(may(actor, "organise", event))
    if not event.takes_answers and not is_organiser:
        raise Refused(_("Registration for this event is over."))
    is_invited = participant.invited_at is not None or participant.role != ParticipantRole.ATTENDEE
    if event.needs_approval and not is_invited and not is_organiser:
        put(participant, Place.ASKED)
        _told(participant, "asked")
    else:
        seat(participant, event)


@transaction.atomic
def leave_place(participant: Participant, *, actor: Actor) -> None:
    """Whoever said no has no place any more, and the first of the waiting list is offered it."""
    event = held(participant)
    if participant.place in (Place.NONE, Place.REFUSED):
        return
    put(participant, Place.NONE)
    _told(participant, "left")
    pass_on(event)


def held(participant: Participant) -> Event:
    """The event, kept from others until the transaction ends; the participant stands as it is stored."""
    event = locked(participant.event)
    participant.refresh_from_db(fields=HELD)
    return event


def seat(participant: Participant, event: Event, *, is_accepted: bool = False) -> None:
    """A free place, or the end of the waiting list. Only attendees are counted: speakers always have a place."""
    free = free_places(event) if participant.role == ParticipantRole.ATTENDEE else None
    if free is None or free > 0:
        put(participant, Place.TAKEN)
    else:
        put(participant, Place.WAITING, queued_at=timezone.now())
    _told(participant, "accepted" if is_accepted else str(participant.place))


def refuse(participant: Participant) -> None:
    """Organisers decided that the person does not come."""
    put(participant, Place.REFUSED)
    _told(participant, "refused")


def pass_on(event: Event) -> None:
    """Offers that nobody took in time end, and every free place is offered to whoever is next.

    Who did not take it in time leaves the list, is told so, and can put themselves at its end again: a list with
    people who do not answer would hold up everybody behind them, for two days each.
    """
    if event.is_cancelled:
        return
    for late in Participant.objects.of(event).filter(place=Place.OFFERED, offered_until__lte=timezone.now()):
        put(late, Place.NONE)
        Participant.objects.filter(pk=late.pk).update(answer=Answer.NONE)
        log(late, "events.lose_offer", user=None, title=f"#{late.pk}")
        if not event.has_begun:
            _told(late, "lapsed")
    if event.has_begun:
        return
    waiting = Participant.objects.of(event).waiting()
    free = free_places(event)
    for first in waiting if free is None else waiting[: max(free, 0)]:
        put(first, Place.OFFERED, queued_at=first.queued_at, until=min(timezone.now() + OFFER_HOLDS, event.starts_at))
        log(first, "events.offer_place", user=None, title=f"#{first.pk}")
        _told(first, "offered")


def free_places(event: Event) -> int | None:
    """None: as many as want to come. Below zero where the capacity was lowered, which takes nobody's place away."""
    if event.capacity is None:
        return None
    return event.capacity - Participant.objects.of(event).holding_a_place().count()


def put(
    participant: Participant, place: Place, *, queued_at: datetime | None = None, until: datetime | None = None
) -> None:
    participant.place, participant.queued_at, participant.offered_until = place, queued_at, until
    participant.save(update_fields=["place", "queued_at", "offered_until"])
    if place in (Place.NONE, Place.REFUSED):
        Needs.objects.filter(participant=participant).delete()  # nobody has to know them any more


def _still_holds(participant: Participant) -> bool:
    return participant.offered_until is not None and participant.offered_until > timezone.now()


def _told(participant: Participant, occasion: str) -> None:
    announce(
        PlaceChanged(
            participant_id=participant.pk,
            event_id=participant.event_id,
            occasion=occasion,
            moment=timezone.now().isoformat(),
        )
    )
