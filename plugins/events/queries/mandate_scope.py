"""Events that the mandate of a guest can name."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from plugins.api.access import Actor, visible_to
from plugins.events.models import Event, EventClass


def events_to_name(actor: Actor) -> Iterator[tuple[str, str]]:
    """What is published, for all members and to come; what is for everybody needs no mandate."""
    events = visible_to(actor, Event.objects.published().filter(confidentiality=EventClass.MEMBERS, cancelled_at=None))
    for event in events.upcoming():  # type: ignore[attr-defined]
        yield str(event.pk), f"{event.title}, {event.when}"


def titles_of_named(keys: Collection[str], actor: Actor) -> Mapping[str, str]:
    """What the reader may know of, past events too; what is no longer for members a mandate does not open."""
    named = Event.objects.published().filter(pk__in=map(int, keys), confidentiality=EventClass.MEMBERS)
    return {str(pk): title for pk, title in visible_to(actor, named).values_list("pk", "title")}
