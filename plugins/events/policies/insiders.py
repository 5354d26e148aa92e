"""Who organises an event, and who reads what is not for visitors, also where the event is public."""

from __future__ import annotations

from typing import Final

from django.db.models import Q, QuerySet

from plugins.api.access import Actor, policy_for, visible_to
from plugins.events.models import FOR_ALL, Event, EventClass

PUBLIC: Final = "public"
MEMBERS: Final = "members"
OFFICE: Final = "office"


def organisers_of(event: Event) -> frozenset[str]:
    """The principals of whoever organises it."""
    keys = {f"user:{pk}" for pk in event.organisers.values_list("pk", flat=True)}
    if event.group is not None:
        keys.add(event.group.coordinator_principal)
    if event.is_for_all:
        keys.add(OFFICE)
    return frozenset(keys)


def organised_by(actor: Actor) -> QuerySet[Event]:
    """What the actor organises, as numbers for another question: an event may stand there twice."""
    own = Q(organisers__in=map(int, actor.keys("user"))) | Q(group__in=map(int, actor.keys("coordinator")))
    if actor.has(OFFICE):
        own |= Q(confidentiality__in=FOR_ALL)
    return Event.objects.filter(own)


def insiders_of(event: Event) -> frozenset[str]:
    """Whoever knows of it; of public events members and organisers."""
    keys = policy_for(Event).audience(event)
    return keys - {PUBLIC} | {MEMBERS} if PUBLIC in keys else keys


def known_to_insiders(actor: Actor) -> QuerySet[Event]:
    """Events of which the actor is one."""
    events = visible_to(actor, Event.objects.all())
    if actor.has(MEMBERS):
        return events
    organised = Q(pk__in=organised_by(actor).values("pk"))
    return events.filter(~Q(confidentiality=EventClass.PUBLIC) | organised)
