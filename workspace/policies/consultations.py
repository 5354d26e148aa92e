"""Who is asked in a consultation, who answers what was said, and who reads both."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plugins.api.access import SUPERUSERS, Actor, Decision, Policy, allowed, denied
from workspace.models import Consultation, ConsultationQuestion, Contribution, Reaction
from workspace.policies.discussions import MEMBERS, TO_ALL
from workspace.policies.drafts import DraftPolicy, readable_draft, responsible

OVER = _("This consultation has ended; contributions are no longer possible.")
NOT_YOURS = _("Only whoever wrote this contribution changes it.")


def readers_of_consultation(consultation: Consultation) -> frozenset[str]:
    """All members, also those who do not read the draft otherwise, and those whose draft it is."""
    return TO_ALL | {consultation.draft.principal, SUPERUSERS}


class ConsultationPolicy(Policy[Consultation]):
    """All members read the text and what others said; those whose draft it is answer each contribution."""

    model = Consultation
    covers = (ConsultationQuestion, Reaction)

    def audience(self, consultation: Consultation) -> frozenset[str]:
        return readers_of_consultation(consultation)

    def visible_to(self, actor: Actor, consultations: QuerySet[Consultation]) -> QuerySet[Consultation]:
        if not actor.principals.isdisjoint(TO_ALL):
            return consultations
        return consultations.filter(readable_draft(actor, "draft__"))

    def contribute(self, actor: Actor, consultation: Consultation) -> Decision:
        if not consultation.is_open or consultation.ends_at <= timezone.now():
            return denied(OVER)
        return allowed() if actor.has(MEMBERS) else denied(_("Members of the Forum are asked."))

    def answer(self, actor: Actor, consultation: Consultation) -> Decision:
        """What became of a contribution: said by those who decide about the draft, once nobody contributes any more."""
        if consultation.is_open:
            return denied(_("Answers are given once the consultation has ended."))
        return DraftPolicy().decide(actor, consultation.draft)

    def end(self, actor: Actor, consultation: Consultation) -> Decision:
        """Before its time."""
        if not consultation.is_open:
            return denied(OVER)
        return responsible(actor, consultation.draft)


class ContributionPolicy(Policy[Contribution]):
    """What was said in a consultation is read by its readers, and is its author's until the end."""

    model = Contribution

    def audience(self, contribution: Contribution) -> frozenset[str]:
        return readers_of_consultation(contribution.consultation)

    def visible_to(self, actor: Actor, contributions: QuerySet[Contribution]) -> QuerySet[Contribution]:
        if not actor.principals.isdisjoint(TO_ALL):
            return contributions
        return contributions.filter(readable_draft(actor, "consultation__draft__"))

    def change(self, actor: Actor, contribution: Contribution) -> Decision:
        if not actor.has(f"user:{contribution.author_id}"):
            return denied(NOT_YOURS)
        return ConsultationPolicy().contribute(actor, contribution.consultation)

    def withdraw(self, actor: Actor, contribution: Contribution) -> Decision:
        """To take it back, as if it had not been said."""
        return self.change(actor, contribution)

    def answer(self, actor: Actor, contribution: Contribution) -> Decision:
        """To say what became of it."""
        return ConsultationPolicy().answer(actor, contribution.consultation)
