"""Who may do what with calendars: each person with their own."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from plugins.api.access import Actor, Decision, Policy, allowed, denied, may, visible_to
from plugins.events.models import CalendarAddress, CalendarCopy, Event, Occurrence
from plugins.events.policies.events import EventPolicy


class OccurrencePolicy(Policy[Occurrence]):
    """Whoever knows of the event knows its dates; whoever changes it changes them."""

    model = Occurrence

    def audience(self, occurrence: Occurrence) -> frozenset[str]:
        return EventPolicy().audience(occurrence.event)

    def visible_to(self, actor: Actor, occurrences: QuerySet[Occurrence]) -> QuerySet[Occurrence]:
        events = visible_to(actor, Event.objects.all())
        return occurrences.filter(Exists(events.filter(pk=OuterRef("event"))))

    def edit(self, actor: Actor, occurrence: Occurrence) -> Decision:
        return may(actor, "edit", occurrence.event)


class CalendarAddressPolicy(Policy[CalendarAddress]):
    """Where somebody's calendar fetches is nobody's business but theirs."""

    model = CalendarAddress
    closed_to_superusers = True

    def audience(self, address: CalendarAddress) -> frozenset[str]:
        return frozenset({f"user:{address.person_id}"})

    def visible_to(self, actor: Actor, addresses: QuerySet[CalendarAddress]) -> QuerySet[CalendarAddress]:
        return addresses.filter(person__in=map(int, actor.keys("user")))

    def create(self, actor: Actor, model: type[CalendarAddress]) -> Decision:
        return denied(_("Sign in to create an address.")) if actor.is_anonymous else allowed()

    def revoke(self, actor: Actor, address: CalendarAddress) -> Decision:
        if actor.has(f"user:{address.person_id}"):
            return allowed()
        return denied(_("Only whoever an address belongs to ends it."))


class CalendarCopyPolicy(Policy[CalendarCopy]):
    """What somebody's calendar was told is for themselves to know."""

    model = CalendarCopy
    closed_to_superusers = True

    def audience(self, copy: CalendarCopy) -> frozenset[str]:
        person = copy.participant.person_id
        return frozenset({f"user:{person}"} if person else set())

    def visible_to(self, actor: Actor, copies: QuerySet[CalendarCopy]) -> QuerySet[CalendarCopy]:
        return copies.filter(participant__person__in=map(int, actor.keys("user")))
