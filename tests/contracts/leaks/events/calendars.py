"""The file of every event, the dates of a series, and calendars of persons under their secret addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from plugins.events.models import Event, Occurrence
from tests.contracts.leaks.events.slugs import all_slugs, some_slugs
from tests.contracts.leaks.numbers import ABSENT, ABSENT_ID
from tests.factories.events import make_calendar_address, make_event

if TYPE_CHECKING:
    from tests.contracts.leaks.planting import Garden

NOBODY: frozenset[str] = frozenset()
ABSENT_UID = "5d1a4a08-7b3b-4c55-9a6e-0f2b6a4bd0aa"


def _dates(rest: str) -> list[str]:
    dates = Occurrence.objects.order_by("pk").values_list("event__slug", "pk")
    return [f"/termine/{slug}/daten/{pk}/{rest}/" for slug, pk in [*dates, (ABSENT, ABSENT_ID)]]


SAMPLES: dict[str, Callable[[Garden], Iterable[str]]] = {
    "termine/<slug:slug>/termin.ics": lambda garden: [f"/termine/{slug}/termin.ics" for slug in all_slugs()],
    "termine/<slug:slug>/daten/": lambda garden: [f"/termine/{slug}/daten/" for slug in some_slugs()],
    "termine/<slug:slug>/daten/<int:pk>/verlegen/": lambda garden: _dates("verlegen"),
    "termine/<slug:slug>/daten/<int:pk>/absagen/": lambda garden: _dates("absagen"),
    "termine/kalender/<uuid:uid>/": lambda garden: [
        f"/termine/kalender/{uid}/" for uid in [*Event.objects.values_list("uid", flat=True), ABSENT_UID]
    ],
    "kalender/<str:token>.ics": lambda garden: [f"/kalender/{ABSENT}.ics"],
}


def plant(garden: Garden) -> None:
    """A series that nobody in the walk may know of, and a calendar of somebody who does not walk."""
    until = timezone.localdate() + timedelta(days=70 + 15)
    make_event(
        title=f"Titel {garden.secret('title of a series that is not published', NOBODY)}",
        summary=f"Worum {garden.secret('summary of a series that is not published', NOBODY)}",
        confidentiality="public",
        is_published=False,
        recurrence="weekly",
        repeats_until=until,
    )
    make_calendar_address(garden.author)
