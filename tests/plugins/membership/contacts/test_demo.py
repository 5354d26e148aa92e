"""The demo world's request for contact: two members asked, one agreed. Twice changes nothing."""

from __future__ import annotations

from plugins.membership.demo import contacts, seats
from plugins.membership.models import ContactInvitation, ContactRequest


def test_a_university_asks_once(in_demo_world):
    seats.load()
    contacts.load()
    contacts.load()
    request = ContactRequest.objects.get()
    assert (request.state, request.kind, request.topics.count(), request.notes.count()) == (
        "matching",
        "researcher",
        1,
        1,
    )
    answers = ContactInvitation.objects.values_list("member__email", "answer")
    assert set(answers) == {("member@demo.example", ""), ("coordinator@demo.example", "yes")}
