"""Reasons for late invitations, what a speaker is told, and who was invited: for organisers and the person alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from django.utils import timezone

from plugins.events.models import Event, EventKind, Participant
from tests.contracts.leaks.events.slugs import some_slugs
from tests.contracts.leaks.numbers import ABSENT
from tests.factories import join_group, make_group
from tests.factories.events import make_event

if TYPE_CHECKING:
    from tests.contracts.leaks.planting import Garden

MEMBER = frozenset({"member"})
NOBODY: frozenset[str] = frozenset()


def _of_events(rest: str) -> Callable[[Garden], Iterable[str]]:
    return lambda garden: [f"/termine/{slug}/{rest}" for slug in some_slugs()]


SAMPLES: dict[str, Callable[[Garden], Iterable[str]]] = {
    "termine/regeln/<slug:kind>/": lambda garden: [f"/termine/regeln/{kind}/" for kind in (*EventKind.values, ABSENT)],
    "termine/antwort/<str:token>/": lambda garden: [f"/termine/antwort/{ABSENT}/"],
    "termine/eigenes/<str:token>/": lambda garden: [f"/termine/eigenes/{ABSENT}/"],
    "termine/eigenes/<str:token>/loeschen/": lambda garden: [f"/termine/eigenes/{ABSENT}/loeschen/"],
    "termine/<slug:slug>/einladungen/": _of_events("einladungen/"),
    "termine/<slug:slug>/einladungen/erinnern/": _of_events("einladungen/erinnern/"),
    "termine/<slug:slug>/einladungen/<slug:way>/": lambda garden: [
        address
        for way in ("viele", "personen", "von-aussen", ABSENT)
        for address in _of_events(f"einladungen/{way}/")(garden)
    ],
    "termine/<slug:slug>/antworten/": _of_events("antworten/"),
}


def plant(garden: Garden) -> None:
    """A late meeting of the member's group, with a speaker from outside and what the member alone is told."""
    group = make_group("AG Einladungen", coordinator=garden.author)
    join_group(group, garden.people["member"])
    event = make_event(title="Spät", confidentiality="group", group=group, days=20)
    reason = f"Weil {garden.secret('reason of a late invitation', MEMBER)}"
    Event.objects.filter(pk=event.pk).update(invited_at=timezone.now(), late_reason=reason)
    Participant.objects.create(
        event=event,
        person=garden.people["member"],
        told=f"Um elf {garden.secret('what an invited member is told', MEMBER)}",
        invited_at=timezone.now(),
    )
    Participant.objects.create(
        event=event,
        name=f"Von {garden.secret('name of an invited speaker', NOBODY)}",
        email="rednerin@example.org",
        told=f"Um zwölf {garden.secret('what a speaker is told', NOBODY)}",
        invited_at=timezone.now(),
    )
