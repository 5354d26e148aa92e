"""Who knows of a registration that is not confirmed."""

from __future__ import annotations

from django.db.models import QuerySet

from plugins.api.access import Actor, Decision, Policy, may
from plugins.events.models import PendingRegistration


class PendingRegistrationPolicy(Policy[PendingRegistration]):
    """Nobody but whoever has the link of the mail: anybody could have typed the address."""

    model = PendingRegistration
    closed_to_superusers = True

    def audience(self, registration: PendingRegistration) -> frozenset[str]:
        return frozenset({registration.principal})

    def visible_to(self, actor: Actor, registrations: QuerySet[PendingRegistration]) -> QuerySet[PendingRegistration]:
        return registrations.filter(pk__in=map(int, actor.keys("registration")))

    def confirm(self, actor: Actor, registration: PendingRegistration) -> Decision:
        """As long as the event takes registrations of everybody."""
        return may(actor, "register", registration.event)
