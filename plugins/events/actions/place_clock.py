"""What happens to places by the clock, and when there are more of them."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from plugins.events.actions.events import locked
from plugins.events.actions.places import pass_on
from plugins.events.facts import EventChanged
from plugins.events.models import Event, Participant, PendingRegistration, Place
from plugins.events.periods import UNCONFIRMED_KEPT


def pass_on_everywhere() -> None:
    """Places that were not taken in time go to whoever is next, each event by itself."""
    late = Participant.objects.filter(place=Place.OFFERED, offered_until__lte=timezone.now())
    _pass_on(set(late.values_list("event", flat=True)))


def follow_capacity(facts: list[EventChanged]) -> None:
    """More places are offered to as many of the waiting list."""
    _pass_on({fact.event_id for fact in facts if "capacity" in fact.fields})


def forget_unconfirmed() -> None:
    """Whoever did not confirm the address is not known any more."""
    PendingRegistration.objects.filter(asked_at__lte=timezone.now() - UNCONFIRMED_KEPT).delete()


def _pass_on(events: set[int]) -> None:
    for event in Event.objects.filter(pk__in=events):
        with transaction.atomic():
            pass_on(locked(event))
