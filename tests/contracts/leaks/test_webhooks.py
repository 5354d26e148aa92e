"""A webhook is a way out like any other: each role is told what it may know of, and of most of it hardly more."""

from __future__ import annotations

import pytest

from cms.accounts.models import User
from cms.actions.deliveries import note_facts
from cms.facts import EntryPublished, EntryReleased, LayersChanged
from cms.models import Entry, Layer, Projection, WebhookDelivery
from cms.queries.webhooks import events
from cms.sending import send_what_is_due
from plugins.api.access import PUBLIC, Actor, audience_of, may
from plugins.api.actors import actor_for
from plugins.api.facts import Fact
from plugins.events.facts import EventCancelled, EventChanged, EventPublished
from plugins.events.models import Event
from tests.contracts.leaks.hooking import EVERYTHING
from tests.contracts.leaks.planting import EVERYBODY
from tests.factories import every_event, make_webhook
from workspace.facts import ConsultationEnded, ConsultationOpened
from workspace.models import Consultation

TOKENS = {
    **{name: (name, EVERYTHING) for name in ("applicant", "former_member", "guest", "kind_guest", "member", "editor")},
    "public token": ("member", ("read:public", "read:events", "webhooks")),
}
"""Whose token is told, and what it was made for."""


def everything_that_happened() -> list[Fact]:
    """Every fact that a webhook can be told, about everything that there is."""
    return [
        *(fact(pk, 1) for pk in numbers(Entry) for fact in (EntryPublished, EntryReleased)),
        *(LayersChanged(pk) for pk in numbers(Entry)),
        *(fact(pk) for pk in numbers(Consultation) for fact in (ConsultationOpened, ConsultationEnded)),
        *(fact(pk) for pk in numbers(Event) for fact in (EventPublished, EventCancelled)),
        *(EventChanged(pk, ("title",)) for pk in numbers(Event)),
    ]


def numbers(model) -> list[int]:
    return list(model.objects.values_list("pk", flat=True))


@pytest.mark.parametrize("role", sorted(TOKENS))
def test_each_role_is_told_what_it_may_know_of(role, garden, receiver):
    name, scopes = TOKENS[role]
    person = garden.people[name]
    make_webhook(person, receiver.url, scopes=scopes, events=every_event())
    facts = everything_that_happened()
    assert {type(fact) for fact in facts} == {fact for event in events().values() for fact in event.facts}
    note_facts(facts)
    send_what_is_due()

    told = " ".join(message.body.decode().lower() for message in receiver.messages)
    assert [
        place for place, secret in garden.secrets.items() if secret.word in told and secret.readers < EVERYBODY
    ] == []
    assert {(kind, data["id"]) for kind, data in receiver.told} == things_for(actor(person, role))
    for _kind, data in receiver.told:
        assert (set(data) == {"id", "class"}) == (data["class"] != "public"), data
    assert WebhookDelivery.objects.filter(webhook__url=receiver.url).count() == len(receiver.messages)


def actor(person: User, role: str) -> Actor:
    everything = actor_for(person)
    return Actor(person, frozenset({PUBLIC})) if role == "public token" else everything


def things_for(actor: Actor) -> set[tuple[str, int]]:
    """What this actor may see: layers of entries, consultations, events."""
    fullest = Projection.objects.filter(superseded=False)
    public = Projection.objects.filter(layer=Layer.PUBLIC)
    return {
        *((f"entry.{what}", one.entry_id) for one in seen(actor, fullest) for what in ("published", "changed")),
        *(("entry.released", one.entry_id) for one in seen(actor, public)),
        *(
            (f"consultation.{what}", one.pk)
            for one in seen(actor, Consultation.objects.all())
            for what in ("opened", "ended")
        ),
        *(
            (f"event.{what}", one.pk)
            for one in seen(actor, Event.objects.all())
            for what in ("published", "changed", "cancelled")
        ),
    }


def seen(actor: Actor, rows) -> list:
    return [one for one in rows if may(actor, "see", one)]


def test_what_is_everybodys_is_known_as_such(garden):
    assert PUBLIC in audience_of(Projection.objects.filter(layer=Layer.PUBLIC)[0])
    assert PUBLIC not in audience_of(Projection.objects.filter(layer=Layer.MEMBERS)[0])
