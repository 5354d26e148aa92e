"""Who reads what stays of an event, and who puts it there."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from plugins.api.access import Actor, Decision, Policy, allowed, denied, may
from plugins.events.models import (
    FOR_ALL,
    Answer,
    Event,
    EventClass,
    EventMaterial,
    EventResult,
    FollowUp,
    MaterialClass,
    Outcome,
    Participant,
    Place,
)
from plugins.events.models.afterwards import OfEvent
from plugins.events.policies.insiders import organised_by, organisers_of

M = TypeVar("M", bound=OfEvent)


def classes_for(event: Event) -> list[MaterialClass]:
    """Whom something beside this event can be for: never more people than know of the event."""
    wide = [MaterialClass.PUBLIC] if event.confidentiality == EventClass.PUBLIC else []
    members = [MaterialClass.MEMBERS] if event.is_for_all else []
    has_group = event.group_id is not None and event.confidentiality != EventClass.PERSONS
    return [*wide, *members, *([MaterialClass.GROUP] if has_group else []), MaterialClass.PARTICIPANTS]


def who_took_part() -> QuerySet[Participant]:
    """With an account, and there or with a place."""
    had_place = Q(place=Place.TAKEN) & ~Q(answer=Answer.NO)
    return Participant.objects.filter(Q(came=True) | had_place, person__isnull=False)


class OfEventPolicy(Policy[M]):
    """Each has a class, which is never wider than that of its event; organisers read all of it and keep it.

    Whoever was there or had a place reads what is for them for as long as the list of people is kept.
    """

    def audience(self, thing: M) -> frozenset[str]:
        event = thing.event
        others = self._others(thing) if event.is_published else set()
        return organisers_of(event) | others

    def visible_to(self, actor: Actor, things: QuerySet[M]) -> QuerySet[M]:
        by_class = Q(confidentiality=MaterialClass.PUBLIC, event__confidentiality=EventClass.PUBLIC)
        if actor.has("members"):
            by_class |= Q(confidentiality=MaterialClass.MEMBERS, event__confidentiality__in=FOR_ALL)
        groups = Q(event__group__in=map(int, actor.keys("group"))) & ~Q(event__confidentiality=EventClass.PERSONS)
        by_class |= Q(confidentiality=MaterialClass.GROUP) & groups
        own = who_took_part().filter(person__in=map(int, actor.keys("user"))).values("event")
        by_class |= Q(confidentiality=MaterialClass.PARTICIPANTS, event__in=own)
        published = Q(event__published_at__isnull=False)
        return things.filter(Q(event__in=organised_by(actor).values("pk")) | (published & by_class))

    def edit(self, actor: Actor, thing: M) -> Decision:
        """To change it and to take it away."""
        return may(actor, "organise", thing.event)

    def carry_on(self, actor: Actor, thing: M) -> Decision:
        """To make something of it; whether the actor may make such a thing is asked there."""
        return denied(_("Please sign in first.")) if actor.user is None else allowed()

    def _others(self, thing: M) -> set[str]:
        if thing.confidentiality not in classes_for(thing.event):
            return set()
        match thing.confidentiality:
            case MaterialClass.PUBLIC:
                return {"public"}
            case MaterialClass.MEMBERS:
                return {"members"}
            case MaterialClass.GROUP:
                assert thing.event.group is not None
                return {thing.event.group.principal}
        people = who_took_part().filter(event=thing.event).values_list("person", flat=True)
        return {f"user:{pk}" for pk in people}


class EventMaterialPolicy(OfEventPolicy[EventMaterial]):
    """Minutes, slides, photos, recordings."""

    model = EventMaterial


class EventResultPolicy(OfEventPolicy[EventResult]):
    """Results; what they became is shown to whoever sees that too."""

    model = EventResult
    covers = (Outcome,)


class FollowUpPolicy(Policy[FollowUp]):
    """How far the organisers are is theirs."""

    model = FollowUp

    def audience(self, follow_up: FollowUp) -> frozenset[str]:
        return organisers_of(follow_up.event)

    def visible_to(self, actor: Actor, follow_ups: QuerySet[FollowUp]) -> QuerySet[FollowUp]:
        return follow_ups.filter(event__in=organised_by(actor).values("pk"))
