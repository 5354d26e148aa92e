"""Who may see and answer a request for confirmation. Reading the version is one person's right, until she answers."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from cms.models import Confirmation, ConfirmationMedia, Suggestion
from cms.policies import STAFF, own_or_publishers
from plugins.api.access import Actor, Decision, Policy, allowed, denied


class ConfirmationPolicy(Policy[Confirmation]):
    """A request is between the desk and the person who is asked; nobody else learns that there is one."""

    model = Confirmation
    covers = (ConfirmationMedia, Suggestion)

    def audience(self, confirmation: Confirmation) -> frozenset[str]:
        return STAFF | {f"user:{confirmation.person_id}"}

    def visible_to(self, actor: Actor, confirmations: QuerySet[Confirmation]) -> QuerySet[Confirmation]:
        if actor.has(*STAFF):
            return confirmations
        return confirmations.filter(person__in=map(int, actor.keys("user")))

    def answer(self, actor: Actor, confirmation: Confirmation) -> Decision:
        """Reading the version, suggesting and answering are one right: hers alone, until she uses it."""
        if not actor.has(f"user:{confirmation.person_id}"):
            return denied(_("Only the person who was asked can answer."))
        if confirmation.withdrawn_at:
            return denied(_("The editors have withdrawn this request. You need not do anything."))
        if confirmation.answered_at:
            return denied(_("You have answered already. If something has changed, please write to the editors."))
        return allowed()

    def withdraw(self, actor: Actor, confirmation: Confirmation) -> Decision:
        if not confirmation.is_open:
            return denied(_("This request has been answered or withdrawn already."))
        return self._work_on_entry(actor, confirmation)

    def decide(self, actor: Actor, confirmation: Confirmation) -> Decision:
        """To accept or decline suggestions; while she is still writing there is nothing to decide."""
        if confirmation.is_open:
            return denied(_("The suggestions can be decided when the answer is there."))
        if actor.has(f"user:{confirmation.person_id}"):
            return denied(_("Somebody else has to decide about your own suggestions."))
        return self._work_on_entry(actor, confirmation)

    def _work_on_entry(self, actor: Actor, confirmation: Confirmation) -> Decision:
        reason = _("Authors do this for their own entries. Please ask the editors.")
        return own_or_publishers(actor, confirmation.entry.owner_id, reason)
