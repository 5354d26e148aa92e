"""What a guest’s mandate names of events: members and that guest meet it, and the guest nothing else of the event."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from plugins.events.models import Participant
from plugins.membership.models import GuestMandate
from tests.contracts.leaks.events.planning import GUEST, MEMBER, NOBODY
from tests.factories.events import make_event

if TYPE_CHECKING:
    from tests.contracts.leaks.planting import Garden

SAMPLES: dict[str, Callable[[Garden], Iterable[str]]] = {}


def plant(garden: Garden) -> None:
    """One for members, with somebody who comes; and one that the mandate named before only the invited knew of it."""
    named = make_event(
        title=f"Titel {garden.secret('title of event in a mandate', MEMBER | GUEST)}",
        summary=f"Worum {garden.secret('summary of event in a mandate', MEMBER | GUEST)}",
    )
    name = f"Von {garden.secret('name of whoever comes to an event in a mandate', NOBODY)}"
    Participant.objects.create(event=named, name=name, email="kommt@example.org", place="taken", answer="yes")
    closed = make_event(
        title=f"Titel {garden.secret('title of event that a mandate opens no more', NOBODY)}", confidentiality="persons"
    )
    mandate = GuestMandate.objects.get(people=garden.people["guest"])
    for event in (named, closed):
        mandate.things.create(scope="events", key=event.pk)
