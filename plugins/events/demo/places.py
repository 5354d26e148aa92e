"""The network meeting of the demo world is full: some have a place, one waits, two say what they need."""

from __future__ import annotations

from django.db import transaction

from cms.accounts.models import User
from plugins.api.access import may
from plugins.api.actors import actor_for
from plugins.events.actions.events import change_event
from plugins.events.actions.needs import give_needs, name_readers
from plugins.events.actions.participants import put_on_list
from plugins.events.actions.registrations import register
from plugins.events.models import Event, EventKind, Participant, ParticipantRole
from plugins.events.queries.places import own_place

OFFICE, READER = "office@demo.example", "coordinator@demo.example"
NEEDED = {
    "coordinator@demo.example": ("vegetarisch", ""),
    "member@demo.example": ("keine Nüsse", "ein Platz ohne Stufen"),
}


@transaction.atomic
def load() -> None:
    """Only while nobody comes. Whoever is last in the list of members waits."""
    event = Event.objects.filter(kind=EventKind.NETWORK).order_by("starts_at").first()
    if event is None or Participant.objects.of(event).exists():
        return
    office = User.objects.get(email=OFFICE)
    put_on_list(
        event,
        name="Dr. Hanna Brückner",
        email="brueckner@hochschule.example",
        role=ParticipantRole.SPEAKER,
        actor=actor_for(office),
    )
    people = User.objects.filter(email__endswith="@demo.example", is_active=True).order_by("-email")
    members = [person for person in people if may(actor_for(person), "register", event)]
    for person in members[:-1]:
        register(event, actor=actor_for(person))
    change_event(event, {"capacity": max(len(members) - 1, 1)}, actor=actor_for(office))
    for person in members[-1:]:
        register(event, actor=actor_for(person))
    name_readers(event, [office, User.objects.get(email=READER)], actor=actor_for(office))
    for person in members[:-1]:
        line = own_place(event, actor_for(person))
        if line is not None and person.email in NEEDED:
            diet, access = NEEDED[person.email]
            give_needs(line, diet=diet, access=access, actor=actor_for(person))
