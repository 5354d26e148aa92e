"""What the events plugin adds to the small world: one module per concept, each with MODELS and `add(people)`."""

from __future__ import annotations

from cms.accounts.models import User
from tests.contracts.events import afterwards, calendars, guests, invitations, meeting, places, planning, programme

PARTS = (
    calendars,
    guests,
    invitations,
    meeting,
    places,
    planning,
    programme,
    afterwards,
)
EVENT_MODELS = tuple(model for part in PARTS for model in part.MODELS)


def add_events(people: dict[str, User | None]) -> None:
    for part in PARTS:
        part.add(people)
