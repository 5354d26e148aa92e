"""The transparency log: what the office decided, for all members to read."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from plugins.api.access import Actor, require
from plugins.membership.models import OfficeDecision


@transaction.atomic
def note_decision(kind: str, text: str, reason: str, *, actor: Actor) -> OfficeDecision:
    """A new line of the log, for example from another action of the office. `text` of a refusal names nobody."""
    require(actor, "create", OfficeDecision)
    decision = OfficeDecision(kind=kind, text=text, reason=reason, noted_by=actor.user)
    decision.full_clean()
    decision.save()
    log(decision, "membership.note_decision", user=actor.user, title=f"#{decision.pk}")
    return decision


@transaction.atomic
def mark_decision_as_past(decision: OfficeDecision, *, actor: Actor) -> OfficeDecision:
    """It no longer holds; it stays in the log and says so."""
    decision = OfficeDecision.objects.select_for_update().get(pk=decision.pk)
    require(actor, "edit", decision)
    decision.withdrawn_at = timezone.now()
    decision.save(update_fields=["withdrawn_at"])
    log(decision, "membership.mark_decision_as_past", user=actor.user, title=f"#{decision.pk}")
    return decision
