"""The demo world: the network meeting's invitations went out, and some have answered."""

from __future__ import annotations

from plugins.events.demo import events, invitations
from plugins.events.models import Event, Participant
from plugins.membership.demo import seats


def test_members_are_invited_some_answered_and_twice_changes_nothing(in_demo_world):
    seats.load()
    events.load()
    invitations.load()
    rows = list(Participant.objects.order_by("pk").values_list("person__email", "answer"))
    assert ("coordinator@demo.example", "yes") in rows and ("member@demo.example", "") in rows
    assert Event.objects.exclude(invited_at=None).get().late_reason == ""
    invitations.load()
    assert list(Participant.objects.order_by("pk").values_list("person__email", "answer")) == rows
