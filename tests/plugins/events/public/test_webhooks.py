"""Programs outside are told of events that their token reads."""

from __future__ import annotations

import pytest

from plugins.api.access import SYSTEM
from plugins.api.outbox import announce
from plugins.events.actions.events import cancel_event, change_event
from plugins.events.facts import EventChanged
from tests.factories import deliver, make_webhook
from tests.factories.events import make_event

EVENTS = ("event.published", "event.changed", "event.cancelled")
EVERYBODYS = ("read:public", "read:events", "webhooks")
MEMBERS = ("read:members", "read:events", "webhooks")


@pytest.fixture
def told(receiver, other_receiver, member):
    """What a program of a member is told, and one that reads what everybody may read."""
    make_webhook(member, receiver.url, scopes=MEMBERS, events=EVENTS)
    make_webhook(member, other_receiver.url, scopes=EVERYBODYS, events=EVENTS)

    def now():
        deliver()
        found = receiver.told, other_receiver.told
        receiver.messages.clear()
        other_receiver.messages.clear()
        return found

    return now


def test_of_what_members_alone_know_a_program_hears_number_and_class(told, receiver):
    event = make_event(title="Netzwerktreffen")
    assert told() == ([("event.published", {"id": event.pk, "class": "members"})], [])
    change_event(event, {"place": "Rathaus"}, actor=SYSTEM)
    assert told() == ([("event.changed", {"id": event.pk, "class": "members"})], [])
    change_event(event, {"place": "Kreishaus"}, actor=SYSTEM)
    assert told() == ([("event.changed", {"id": event.pk, "class": "members"})], [])
    cancel_event(event, reason="Sturm", actor=SYSTEM)
    assert told() == ([("event.cancelled", {"id": event.pk, "class": "members"})], [])


def test_a_public_event_is_told_to_everybody_with_its_title(told):
    event = make_event(title="Offener Nachmittag", confidentiality="public")
    ours, theirs = told()
    assert ours == theirs
    ((kind, data),) = ours
    assert (kind, data["title"], data["api"]) == ("event.published", event.title, f"/api/v1/events/{event.pk}/")


def test_what_is_between_named_persons_is_told_to_nobody_else(told):
    make_event(confidentiality="persons")
    assert told() == ([], [])


def test_what_only_organisers_care_about_is_no_news(told):
    event = make_event()
    told()
    announce(EventChanged(event_id=event.pk, fields=("organisers",)))
    assert told() == ([], [])
