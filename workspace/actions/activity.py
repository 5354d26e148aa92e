"""Taking a group in hand: locked against others, noted in the audit trail, and no longer quiet."""

from __future__ import annotations

from django.utils import timezone
from wagtail.log_actions import log

from plugins.api.access import Actor
from workspace.models import WorkingGroup


def locked(group: WorkingGroup) -> WorkingGroup:
    """The group as it is stored, kept from others until the transaction ends."""
    return WorkingGroup.objects.select_for_update().get(pk=group.pk)


def note_activity(group_id: int) -> None:
    """Something happened in the group: it is not quiet, and whoever was asked whether it goes on has an answer."""
    groups = WorkingGroup.objects.filter(pk=group_id)
    groups.update(active_at=timezone.now(), asked_at=None, unanswered_at=None)


def note(group: WorkingGroup, action: str, actor: Actor, **data: object) -> None:
    """Into the audit trail; what people wrote stays out of it."""
    log(group, f"workspace.{action}", user=actor.user, data=data)
