"""Polls are read by their group; the address of a room is read by nobody."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from plugins.api.access import SYSTEM
from plugins.events.actions.polls import ask_for_dates
from plugins.events.actions.rooms import set_up_room
from plugins.events.models import DatePoll, PollVoter, RoomProvider, VideoRoom
from tests.contracts.leaks.numbers import numbers
from tests.factories import join_group, make_group
from tests.factories.events import make_event

if TYPE_CHECKING:
    from tests.contracts.leaks.planting import Garden

NOBODY: frozenset[str] = frozenset()
MEMBER = frozenset({"member"})


def _rooms(rest: str) -> Callable[[Garden], Iterable[str]]:
    def addresses(garden: Garden) -> list[str]:
        slugs = VideoRoom.objects.order_by("pk").values_list("event__slug", flat=True)
        return [f"/termine/{slug}/raum/{rest}" for slug in slugs]

    return addresses


SAMPLES: dict[str, Callable[[Garden], Iterable[str]]] = {
    "termine/umfragen/<int:pk>/": lambda garden: [f"/termine/umfragen/{pk}/" for pk in numbers(DatePoll)],
    "termine/umfragen/<int:pk>/<slug:what>/": lambda garden: [
        f"/termine/umfragen/{pk}/{what}/" for pk in numbers(DatePoll) for what in ("erinnern", "festlegen", "beenden")
    ],
    "termine/umfrage/<str:token>/": lambda garden: [
        f"/termine/umfrage/{key}/" for key in (*PollVoter.objects.values_list("key_hash", flat=True), "geraten") if key
    ],
    **{f"termine/<slug:slug>/raum/{rest}": _rooms(rest) for rest in ("", "betreten/", "einrichten/", "aufgeben/")},
}


def plant(garden: Garden) -> None:
    """One poll of the member's group, one of another; rooms of a group's meeting and of an event for everybody."""
    own, other = (make_group(title, coordinator=garden.author) for title in ("AG Zeiten", "AG Andere Zeiten"))
    join_group(own, garden.people["member"])
    moments = [timezone.now() + timedelta(days=days) for days in (3, 5)]
    for group, which, readers in ((own, "of a group", MEMBER), (other, "of another group", NOBODY)):
        said = {
            "title": f"Titel {garden.secret(f'title of poll {which}', readers)}",
            "text": f"Text {garden.secret(f'text of poll {which}', readers)}",
        }
        ask_for_dates(group, said, moments, actor=SYSTEM)
    meeting = {"form": "virtual", "place": ""}
    for event, which in (
        (make_event(title="Mit Raum", confidentiality="public", **meeting), "of a public event"),
        (make_event(title="In der Gruppe", confidentiality="group", group=own, **meeting), "of a group"),
    ):
        link = f"https://video.example/{garden.secret(f'address of the room {which}', NOBODY)}"
        set_up_room(event, RoomProvider.LINK, link, actor=SYSTEM)
