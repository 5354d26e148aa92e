"""What becomes of the drafts of a group that closes: they close with it, or others go on with them."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.models import County
from plugins.api.access import Actor
from plugins.api.errors import Invalid
from plugins.api.outbox import announce
from workspace.actions.consultations import end_in_closing
from workspace.actions.decisions import call_off_in_closing
from workspace.facts import DraftChanged
from workspace.models import DraftState, Owner, WorkingGroup
from workspace.queries.drafts import heirs_for, writing_in

Heirs = Mapping[int, Owner]
"""Primary key of a draft -> who goes on with it. What is not named closes."""


def hand_drafts_over(group: WorkingGroup, heirs: Heirs, *, actor: Actor) -> None:
    """Before a group closes, in its transaction. From then on the heirs alone read and write these drafts.

    Raises Invalid at `drafts` for a draft that is not the group's and for heirs that the actor does not belong to.
    """
    possible = heirs_for(actor, group)
    drafts = {draft.pk: draft for draft in writing_in(group.pk).select_for_update()}
    if not set(heirs) <= set(drafts) or any(heir not in possible for heir in heirs.values()):
        raise Invalid({"drafts": [_("Choose for each draft who goes on with it, or that it closes.")]})
    for pk, heir in heirs.items():
        draft = drafts[pk]
        draft.group = heir if isinstance(heir, WorkingGroup) else None
        draft.county = heir if isinstance(heir, County) else None
        call_off_in_closing(draft)
        end_in_closing(draft)
        draft.updated_at = timezone.now()
        draft.save(update_fields=["group", "county", "state", "updated_at"])
        announce(DraftChanged(pk))
        log(group, "workspace.hand_over_draft", user=actor.user, data={"draft": pk, "to": heir.pk})


def close_drafts_of(group: WorkingGroup) -> None:
    """What nobody goes on with is only read."""
    for draft in writing_in(group.pk).select_related("group").select_for_update(of=("self",)):
        call_off_in_closing(draft)
        end_in_closing(draft)
        draft.state = DraftState.CLOSED
        draft.updated_at = timezone.now()
        draft.save(update_fields=["state", "updated_at"])
        announce(DraftChanged(draft.pk))
