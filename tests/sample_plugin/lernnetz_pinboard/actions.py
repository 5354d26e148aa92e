"""What people do at the pinboard."""

from __future__ import annotations

from django.db import transaction

from lernnetz_pinboard.facts import NoticePinned
from lernnetz_pinboard.models import Notice
from plugins.api.access import Actor, require
from plugins.api.outbox import announce


@transaction.atomic
def pin_notice(title: str, text: str, *, actor: Actor, entry_id: int | None = None) -> Notice:
    """Pin a notice for all members to read."""
    require(actor, "create", Notice)

    notice = Notice.objects.create(title=title, text=text, entry_id=entry_id, author=actor.user)
    announce(NoticePinned(notice_id=notice.pk))
    return notice


@transaction.atomic
def take_down_notice(notice: Notice, *, actor: Actor) -> None:
    """It is gone for everybody."""
    require(actor, "take_down", notice)

    pk = notice.pk
    notice.delete()
    announce(NoticePinned(notice_id=pk))
