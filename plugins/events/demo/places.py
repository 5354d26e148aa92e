"""The public event of the demo world is full: some have a place, one waits, two say what they need."""

from __future__ import annotations

from django.db import transaction

from cms.accounts.models import User
from plugins.api.access import Actor
from plugins.api.actors import actor_for
from plugins.events.actions.events import change_event
from plugins.events.actions.needs import give_needs, name_readers
from plugins.events.actions.participants import put_on_list
from plugins.events.actions.registrations import register
from plugins.events.models import Event, EventKind, Participant, ParticipantRole, Place

OFFICE, READER = "office@demo.example", "coordinator@demo.example"
NEEDED = {
    "coordinator@demo.example": ("vegetarisch", ""),
    "member@demo.example": ("keine Nüsse", "ein Platz ohne Stufen"),
}


@transaction.atomic
def load() -> None:
    """Only while nobody comes to the public event."""
    event = Event.objects.filter(kind=EventKind.PUBLIC).order_by("starts_at").first()
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
    _fill(event, actor_for(office))
    for one in Event.objects.filter(kind__in=(EventKind.PUBLIC, EventKind.NETWORK)):
        name_readers(one, [office, User.objects.get(email=READER)], actor=actor_for(office))
        _say_needs(one)


def _fill(event: Event, office: Actor) -> None:
    """Whoever is last in the list of members waits."""
    people = User.objects.filter(email__endswith="@demo.example", is_active=True).order_by("-email")
    members = [person for person in people if actor_for(person).has("members")]
    for person in members[:-1]:
        register(event, actor=actor_for(person))
    change_event(event, {"capacity": max(len(members) - 1, 1)}, actor=office)
    for person in members[-1:]:
        register(event, actor=actor_for(person))


def _say_needs(event: Event) -> None:
    for line in Participant.objects.of(event).filter(person__email__in=NEEDED, place=Place.TAKEN):
        assert line.person is not None
        diet, access = NEEDED[line.person.email]
        give_needs(line, diet=diet, access=access, actor=actor_for(line.person))
