"""Who is asked in a decision, and who ends it. Whoever reads the draft reads what each answered."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plugins.api.access import Actor, Policy, allowed, denied
from plugins.api.access import Decision as Granted
from workspace.models import Decision, Voice
from workspace.policies.drafts import DraftPolicy, readable_draft, readers_of_draft, responsible

OVER = _("This decision has ended.")


class DecisionPolicy(Policy[Decision]):
    """Whoever is asked answers while it is open; whoever is responsible for the draft calls it off."""

    model = Decision
    covers = (Voice,)

    def audience(self, decision: Decision) -> frozenset[str]:
        return readers_of_draft(decision.draft.owner, decision.draft.reach)

    def visible_to(self, actor: Actor, decisions: QuerySet[Decision]) -> QuerySet[Decision]:
        return decisions.filter(readable_draft(actor, "draft__"))

    def answer(self, actor: Actor, decision: Decision) -> Granted:
        if not decision.is_open or decision.ends_at <= timezone.now():
            return denied(OVER)
        if not any(actor.has(f"user:{voice.person_id}") for voice in decision.voices.all()):
            return denied(_("Asked are those who wrote or coordinated when the decision was called."))
        return DraftPolicy().decide(actor, decision.draft)

    def call_off(self, actor: Actor, decision: Decision) -> Granted:
        return responsible(actor, decision.draft) if decision.is_open else denied(OVER)

    def finish(self, actor: Actor, decision: Decision) -> Granted:
        """Before its time."""
        if not decision.is_open:
            return denied(OVER)
        if not all(voice.answer for voice in decision.voices.all()):
            return denied(_("Not everybody has answered yet."))
        return responsible(actor, decision.draft) and allowed()
