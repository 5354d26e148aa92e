"""Places at an event: what a yes or a no means for them."""

from __future__ import annotations

from plugins.api.access import Actor
from plugins.events.models import Participant, Place


def give_place(participant: Participant, *, actor: Actor) -> None:
    """Whoever said yes takes part. Runs in the transaction of whoever stores the answer."""
    participant.place = Place.TAKEN
    participant.save(update_fields=["place"])


def leave_place(participant: Participant, *, actor: Actor) -> None:
    """Whoever said no holds no place. Runs in the transaction of whoever stores the answer."""
    participant.place = Place.NONE
    participant.save(update_fields=["place"])
