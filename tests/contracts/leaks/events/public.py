"""What stands beside an event: names of topics and groups that not everybody sees, also where the event is public."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from plugins.api.access import SYSTEM
from plugins.events.actions.events import cancel_event
from plugins.events.models import Event
from tests.contracts.leaks.events.planning import EVERYBODY, MEMBER
from tests.contracts.leaks.numbers import group_slugs, numbers
from tests.factories import join_group, make_county, make_group
from tests.factories.events import make_event

if TYPE_CHECKING:
    from tests.contracts.leaks.planting import Garden

STAFF = frozenset({"author", "editor"})

SAMPLES: dict[str, Callable[[Garden], Iterable[str]]] = {
    "api/v1/events/<int:event_id>/": lambda garden: [f"/api/v1/events/{pk}/" for pk in numbers(Event)],
    "arbeitsgruppen/<slug:slug>/termine/": lambda garden: [
        f"/arbeitsgruppen/{slug}/termine/" for slug in group_slugs()
    ],
}


def plant(garden: Garden) -> None:
    """A public event about a topic that is not open, of a group that hides; one that was cancelled."""
    name = garden.secret("name of a group with a public event", MEMBER)
    group = make_group(f"AG {name}", coordinator=garden.author, visibility="hidden")
    join_group(group, garden.people["member"])
    topic = garden.topic("of a public event", STAFF)
    place = garden.secret("place of a public event", EVERYBODY)
    make_event(confidentiality="public", group=group, topics=[topic], county=make_county("99001"), place=f"Ort {place}")
    reason = garden.secret("reason of a cancelled event", MEMBER)
    cancelled = make_event(title="Fällt aus", confidentiality="group", group=group)
    cancel_event(cancelled, f"Weil {reason}", actor=SYSTEM)
