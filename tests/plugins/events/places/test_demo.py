"""The public event of the demo world is full."""

from __future__ import annotations

import pytest

from plugins.events.demo import events, places
from plugins.events.models import Event, Needs, NeedsReader, Participant, Place
from tests.factories import UserFactory, give_role, give_seat, make_group

pytestmark = pytest.mark.django_db


def test_some_have_a_place_one_waits_and_needs_are_given():
    give_role(UserFactory(email="office@demo.example"), "office")
    people = [UserFactory(email=f"{name}@demo.example") for name in ("coordinator", "member", "mentor", "applicant")]
    for number, person in enumerate(people, 1):
        give_seat(person, f"9900{number}")
    make_group(coordinator=people[0])
    events.load()
    places.load()
    places.load()
    event = Event.objects.get(kind="public")
    lines = Participant.objects.of(event)
    assert (lines.with_place().count(), lines.waiting().count()) == (4, 1)
    assert lines.get(place=Place.WAITING).person == people[3]
    assert Needs.objects.count() == 2 and NeedsReader.objects.filter(event=event).count() == 2
