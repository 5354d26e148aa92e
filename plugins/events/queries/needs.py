"""Who reads what participants need."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from cms.accounts.models import User
from plugins.api.access import Actor, visible_to
from plugins.api.actors import people_behind
from plugins.api.errors import Missing
from plugins.events.models import Event, NeedsReader, Participant, Place
from plugins.events.policies.insiders import OFFICE


def reader_of(event: Event, actor: Actor) -> NeedsReader:
    """The actor's own line among those who are named. Raises Missing."""
    named = NeedsReader.objects.filter(event=event, person__in=map(int, actor.keys("user"))).select_related("event")
    found = named.first()
    if found is None:
        raise Missing
    return found


def readers_for(event: Event, actor: Actor) -> list[User]:
    """Who is named, for whoever comes and for organisers; the reader's own words on needs begin with their names."""
    named = visible_to(actor, NeedsReader.objects.filter(event=event)).select_related("person")
    return [one.person for one in named.order_by("person__last_name", "person__first_name", "pk")]


def people_to_name(event: Event) -> QuerySet[User]:
    """Organisers, whoever has a place, the office where it knows of the event, and who is named already."""
    known = Q(organised_events=event) | Q(pk__in=NeedsReader.objects.filter(event=event).values("person"))
    known |= Q(pk__in=Participant.objects.of(event).filter(place=Place.TAKEN, person__isnull=False).values("person"))
    if event.is_for_all:
        for people in people_behind(OFFICE):
            known |= Q(pk__in=people.values("pk"))
    return User.objects.filter(known, is_active=True).distinct().order_by("last_name", "first_name", "pk")
