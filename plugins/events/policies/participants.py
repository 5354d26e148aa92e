"""Who sees who comes to an event."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from plugins.api.access import Actor, Decision, Policy, allowed, denied, may
from plugins.events.models import Event, EventClass, Participant, ParticipantKey

OFFICE = "office"


class ParticipantPolicy(Policy[Participant]):
    """Each sees their own line, organisers all lines of their events, nobody else any.

    Whoever comes by the link of a mail holds `participant:<id>` for that one line and nothing else.
    """

    model = Participant
    covers = (ParticipantKey,)

    def audience(self, participant: Participant) -> frozenset[str]:
        event = participant.event
        keys = {f"user:{pk}" for pk in event.organisers.values_list("pk", flat=True)} | {
            f"participant:{participant.pk}"
        }
        if participant.person_id:
            keys.add(f"user:{participant.person_id}")
        if event.group is not None:
            keys.add(event.group.coordinator_principal)
        if event.confidentiality in (EventClass.PUBLIC, EventClass.MEMBERS):
            keys.add(OFFICE)
        return frozenset(keys)

    def visible_to(self, actor: Actor, participants: QuerySet[Participant]) -> QuerySet[Participant]:
        users = [int(key) for key in actor.keys("user")]
        known = Q(person__in=users) | Q(event__in=Event.objects.filter(organisers__in=users).values("pk"))
        known |= Q(pk__in=map(int, actor.keys("participant"))) | Q(event__group__in=map(int, actor.keys("coordinator")))
        if actor.has(OFFICE):
            known |= Q(event__confidentiality__in=(EventClass.PUBLIC, EventClass.MEMBERS))
        return participants.filter(known)

    def answer(self, actor: Actor, participant: Participant) -> Decision:
        """To say yes or no for oneself."""
        if participant.event.is_cancelled or participant.event.has_begun:
            return denied(_("This event has begun, is over or is cancelled."))
        if participant.has_left:
            return denied(_("Your seat for the county has ended, and what you registered for with it."))
        if actor.has(f"participant:{participant.pk}") or actor.has(f"user:{participant.person_id}"):
            return allowed()
        return denied(_("Only the invited person answers."))

    def edit(self, actor: Actor, participant: Participant) -> Decision:
        """Organisers decide about places and set who was there."""
        return may(actor, "organise", participant.event)

    def manage_own(self, actor: Actor, participant: Participant) -> Decision:
        """Whoever has no account corrects and erases their own line; everybody else does it in their account."""
        if participant.person_id is None and actor.has(f"participant:{participant.pk}"):
            return allowed()
        return denied(_("Only the person behind the link does this."))
