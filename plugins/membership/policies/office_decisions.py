"""Who reads what the office decided."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from plugins.api.access import Actor, Decision, Policy, denied
from plugins.membership.models import OfficeDecision
from plugins.membership.policies.office import OFFICE, office_only

READERS = frozenset({"members", OFFICE})


class OfficeDecisionPolicy(Policy[OfficeDecision]):
    """All members read the log; the office writes it, and takes nothing out of it again."""

    model = OfficeDecision

    def audience(self, decision: OfficeDecision) -> frozenset[str]:
        return READERS

    def visible_to(self, actor: Actor, decisions: QuerySet[OfficeDecision]) -> QuerySet[OfficeDecision]:
        return decisions if actor.has(*READERS) else decisions.none()

    def create(self, actor: Actor, model: type[OfficeDecision]) -> Decision:
        return office_only(actor)

    def edit(self, actor: Actor, decision: OfficeDecision) -> Decision:
        """To mark that it no longer holds. What was decided is not rewritten."""
        if decision.withdrawn_at is not None:
            return denied(_("This decision is already marked as no longer valid."))
        return office_only(actor)

    def delete(self, actor: Actor, decision: OfficeDecision) -> Decision:
        return denied(_("The log is kept: mark the decision as no longer valid instead."))
