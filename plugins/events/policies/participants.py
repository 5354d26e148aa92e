"""Who sees who comes to an event."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from plugins.api.access import Actor, Decision, Policy, allowed, denied, may
from plugins.events.models import Participant, ParticipantKey
from plugins.events.policies.insiders import organised_by, organisers_of


class ParticipantPolicy(Policy[Participant]):
    """Each sees their own line, organisers all lines of their events, nobody else any.

    Whoever comes by the link of a mail holds `participant:<id>` for that one line and nothing else.
    """

    model = Participant
    covers = (ParticipantKey,)

    def audience(self, participant: Participant) -> frozenset[str]:
        own = {f"user:{participant.person_id}"} if participant.person_id else set()
        return organisers_of(participant.event) | own | {f"participant:{participant.pk}"}

    def visible_to(self, actor: Actor, participants: QuerySet[Participant]) -> QuerySet[Participant]:
        own = Q(person__in=map(int, actor.keys("user"))) | Q(pk__in=map(int, actor.keys("participant")))
        return participants.filter(own | Q(event__in=organised_by(actor).values("pk")))

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
