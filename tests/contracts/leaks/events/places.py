"""Who comes, what they need and why they do not come is met by nobody in the walk but the person, and who is named.

The office and the organiser of these events have no part in it, and nobody knows a link.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from cms.models import County
from plugins.api.tokens import hash_of
from plugins.events.models import (
    Attendance,
    Event,
    Needs,
    NeedsReader,
    Participant,
    ParticipantKey,
    PendingRegistration,
    Place,
)
from tests.contracts.leaks.events.slugs import all_slugs, some_slugs
from tests.contracts.leaks.numbers import ABSENT, numbers
from tests.factories import UserFactory
from tests.factories.events import make_event

if TYPE_CHECKING:
    from tests.contracts.leaks.planting import Garden

NOBODY: frozenset[str] = frozenset()
MEMBER, GUEST = frozenset({"member"}), frozenset({"guest"})
OF_READERS = ("mein-platz/", "beduerfnisse/", "anmelden/")
OF_EVENTS = (
    *("anmelden/gesendet/", "mein-platz/annehmen/", "mein-platz/absagen/", "mein-platz/beduerfnisse/"),
    *("teilnehmende/", "teilnehmende.csv", "einlass/", "beduerfnisse/lesende/"),
)
OF_LINES = ("annehmen/", "ablehnen/", "anwesenheit/")
BEHIND_LINKS = ("platz/", "platz/annehmen/", "platz/absagen/", "platz/beduerfnisse/")


SAMPLES: dict[str, Callable[[Garden], Iterable[str]]] = {
    **{
        f"termine/<slug:slug>/{rest}": lambda garden, rest=rest, slugs=slugs: [
            f"/termine/{slug}/{rest}" for slug in slugs()
        ]
        for slugs, places in ((all_slugs, OF_READERS), (some_slugs, OF_EVENTS))
        for rest in places
    },
    **{
        f"termine/<slug:slug>/teilnehmende/<int:pk>/{rest}": lambda garden, rest=rest: [
            f"/termine/{slug}/teilnehmende/{pk}/{rest}" for slug in some_slugs() for pk in numbers(Participant)[:2]
        ]
        for rest in OF_LINES
    },
    **{
        f"termine/antwort/<str:token>/{rest}": lambda garden, rest=rest: [
            f"/termine/antwort/{piece}/{rest}" for piece in (ABSENT, *_hashes(ParticipantKey, "token_hash"))
        ]
        for rest in BEHIND_LINKS
    },
    "termine/anmeldung/<str:token>/": lambda garden: [
        f"/termine/anmeldung/{piece}/" for piece in (ABSENT, *_hashes(PendingRegistration, "key_hash"))
    ],
}


def plant(garden: Garden) -> None:
    """An event of members: the member comes and needs something, the guest reads another's for an event of persons."""
    event = make_event(title="Treffen mit Anmeldung")
    own = Participant.objects.create(event=event, person=garden.people["member"], answer="yes", place=Place.TAKEN)
    Needs.objects.create(
        participant=own,
        diet=f"Essen {garden.secret('own diet', MEMBER)}",
        access=f"Zugang {garden.secret('own access', MEMBER)}",
    )
    other = Participant.objects.create(
        event=event,
        name=f"Name {garden.secret('name of another participant', NOBODY)}",
        email=f"{garden.secret('address of another participant', NOBODY)}@example.org",
        excuse=f"Notiz {garden.secret('note of another participant', NOBODY)}",
        refused_because=f"Grund {garden.secret('why another was refused', NOBODY)}",
        place=Place.REFUSED,
    )
    ParticipantKey.objects.create(participant=other, token_hash=hash_of("ein Schlüssel"))
    Needs.objects.create(participant=other, diet=f"Essen {garden.secret('diet of another', NOBODY)}")
    reader = UserFactory(email="liest@example.org", last_name=f"Liest{garden.secret('name of a reader', MEMBER)}")
    NeedsReader.objects.create(event=event, person=reader)
    PendingRegistration.objects.create(
        event=event,
        name=f"Name {garden.secret('name of an unconfirmed registration', NOBODY)}",
        email=f"{garden.secret('address of an unconfirmed registration', NOBODY)}@example.org",
        key_hash=hash_of("noch ein Schlüssel"),
    )
    _plant_read_by_guest(garden)
    _plant_figures()


def _plant_read_by_guest(garden: Garden) -> None:
    event = make_event(title="Im kleinen Kreis", confidentiality="persons")
    Participant.objects.create(event=event, person=garden.people["guest"], answer="yes", place=Place.TAKEN)
    named = f"Name {garden.secret('name of somebody who needs something', GUEST)}"
    other = Participant.objects.create(event=event, name=named, email="braucht@example.org", place=Place.TAKEN)
    Needs.objects.create(participant=other, diet=f"Essen {garden.secret('diet that the guest reads', GUEST)}")
    NeedsReader.objects.create(event=event, person=garden.people["guest"])


def _plant_figures() -> None:
    over = make_event(title="Vorbei mit Zahlen", confidentiality="public")
    past = timezone.now() - timedelta(days=400)
    Event.objects.filter(pk=over.pk).update(
        starts_at=past, ends_at=past + timedelta(hours=2), people_erased_at=timezone.now()
    )
    Attendance.objects.create(event=over, county=County.objects.order_by("pk").first(), registered=2, came=2)


def _hashes(model: type[ParticipantKey] | type[PendingRegistration], name: str) -> Iterable[str]:
    return model.objects.exclude(**{name: ""}).values_list(name, flat=True)
