"""Who knows of an event, and who may do what with it."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plugins.api.access import Actor, Decision, Policy, allowed, denied
from plugins.events.models import Event, EventClass, KindRule
from plugins.events.policies.insiders import OFFICE, organised_by, organisers_of


def office_only(actor: Actor) -> Decision:
    return allowed() if actor.has(OFFICE) else denied(_("Only the programme office can do this."))


class EventPolicy(Policy[Event]):
    """An event has a class: everybody, members, a group or the invited know of it, once it is published.

    Of an event for members guests know whose mandate names it; what a group or named persons have among themselves, the
    office cannot name, and no mandate opens.
    Organisers always do; the office of all but what belongs to a group or is between named persons. Coordinators
    organise the meetings of their group.
    """

    model = Event

    def audience(self, event: Event) -> frozenset[str]:
        return organisers_of(event) | (self._others(event) if event.is_published else set())

    def visible_to(self, actor: Actor, events: QuerySet[Event]) -> QuerySet[Event]:
        own = Q(pk__in=organised_by(actor).values("pk"))
        known = Q(confidentiality=EventClass.PUBLIC)
        for_members = Q(confidentiality=EventClass.MEMBERS)
        known |= for_members if actor.has("members") else for_members & Q(pk__in=map(int, actor.keys("guest-event")))
        known |= Q(confidentiality=EventClass.GROUP, group__in=map(int, actor.keys("group")))
        by_invitation = Q(confidentiality__in=(EventClass.GROUP, EventClass.PERSONS))
        known |= by_invitation & Q(pk__in=map(int, actor.keys("event")))
        # a subquery, so that several organisers do not double a line
        return events.filter(pk__in=Event.objects.filter(own | (known & Q(published_at__isnull=False))).values("pk"))

    def create(self, actor: Actor, model: type[Event]) -> Decision:
        """To plan an event. Which group it belongs to, the action asks."""
        if actor.has(OFFICE) or actor.keys("coordinator"):
            return allowed()
        return denied(_("The programme office plans events, and whoever coordinates a group its meetings."))

    def edit(self, actor: Actor, event: Event) -> Decision:
        """To change, move and publish it, and to see who comes."""
        if event.is_cancelled:
            return denied(_("This event is cancelled and stays as it is."))
        return self.organise(actor, event)

    def organise(self, actor: Actor, event: Event) -> Decision:
        """To see who comes and what was written about it, also when it is over or cancelled."""
        if self._organises(actor, event):
            return allowed()
        return denied(_("Only whoever organises the event does this."))

    def invite(self, actor: Actor, event: Event) -> Decision:
        """To invite people and to remind those who have not answered."""
        if not event.is_published:
            return denied(_("Publish the event first: whoever is invited wants to read about it."))
        if event.has_begun:
            return denied(_("This event has begun or is over, so nobody is invited any more."))
        return self.edit(actor, event)

    def cancel(self, actor: Actor, event: Event) -> Decision:
        if event.is_over:
            return denied(_("This event is over, so nothing about it changes."))
        return self.edit(actor, event)

    def register(self, actor: Actor, event: Event) -> Decision:
        """To say without an invitation that one comes."""
        if event.confidentiality == EventClass.PERSONS:
            return denied(_("Only whoever is invited comes to this event."))
        if event.confidentiality == EventClass.MEMBERS and not actor.has("members", event.guest_principal):
            return denied(_("Only members register for this event."))
        if event.confidentiality == EventClass.GROUP and not actor.has(event.principal, *self._of_group(event)):
            return denied(_("Only the working group registers for this event."))
        return allowed() if event.takes_answers else denied(_("Registration for this event is over."))

    def check_in(self, actor: Actor, event: Event) -> Decision:
        """To say who is there: on the day, and afterwards as long as the list of people is kept."""
        if event.is_cancelled or event.people_erased_at is not None:
            return denied(_("This event is cancelled, or its list of people is erased."))
        if timezone.localdate() < timezone.localdate(event.starts_at):
            return denied(_("Who is there can be said from the day of the event."))
        return self.organise(actor, event)

    def _of_group(self, event: Event) -> list[str]:
        return [event.group.principal] if event.group is not None else []

    def _others(self, event: Event) -> set[str]:
        match event.confidentiality:
            case EventClass.PUBLIC:
                return {"public"}
            case EventClass.MEMBERS:
                return {"members", event.guest_principal}
            case EventClass.GROUP:
                assert event.group is not None
                return {event.group.principal, event.principal}
        return {event.principal}

    def _organises(self, actor: Actor, event: Event) -> bool:
        if actor.is_system or (event.group is not None and actor.has(event.group.coordinator_principal)):
            return True
        if actor.has(OFFICE) and event.is_for_all:
            return True
        return bool(actor.user) and event.organisers.filter(pk=actor.user.pk).exists()


class KindRulePolicy(Policy[KindRule]):
    """All members read the rules, the office sets them."""

    model = KindRule

    def audience(self, rule: KindRule) -> frozenset[str]:
        return frozenset({"members", OFFICE})

    def visible_to(self, actor: Actor, rules: QuerySet[KindRule]) -> QuerySet[KindRule]:
        return rules if actor.has("members", OFFICE) else rules.none()

    def edit(self, actor: Actor, rule: KindRule) -> Decision:
        return office_only(actor)
