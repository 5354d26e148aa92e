"""The transparency log: what the office decided, for all members to read."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from plugins.api.access import Actor, require
from plugins.api.errors import Invalid
from plugins.membership.models import OfficeDecision


@transaction.atomic
def note_decision(kind: str, text: str, reason: str, *, actor: Actor, decided_on: date | None = None) -> OfficeDecision:
    """A new line of the log, for example from another action of the office. `text` of a refusal names nobody.

    Without a date it was decided today. Raises Invalid for what is missing, too long, or lies in the future.
    """
    require(actor, "create", OfficeDecision)
    day = decided_on or timezone.localdate()
    if day > timezone.localdate():
        raise Invalid({"decided_on": [_("The date lies in the future: note a decision once it was made.")]})
    decision = OfficeDecision(
        kind=kind, text=" ".join(text.split()), reason=reason.strip(), decided_on=day, noted_by=actor.user
    )
    try:
        decision.full_clean()
    except ValidationError as error:
        raise Invalid(error.message_dict) from error
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
