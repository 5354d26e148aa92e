"""Ending mails without signing in, and what happens when they come back."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from plugins.api.access import Actor, require
from plugins.api.errors import Missing
from plugins.api.notifying import NEVER
from workspace.mail_keys import ALL, key_in_message_id, read_leave_token
from workspace.models import MailState, Notification, NotificationChoice
from workspace.queries.notifications import kinds


@transaction.atomic
def leave_mails(token: str, *, everything: bool = False) -> None:
    """Mails of the token's kind end, or all. For a token that is not ours nothing happens, and nobody learns that."""
    read = read_leave_token(token)
    state = MailState.objects.filter(key=read[0]).first() if read else None
    if read is None or state is None:
        return
    kind = ALL if everything else read[1]
    names = [name for name, one in kinds().items() if kind in (ALL, name) and not one.has_own_mail]
    for name in names:
        NotificationChoice.objects.update_or_create(user=state.user, kind=name, group=None, defaults={"rhythm": NEVER})
    NotificationChoice.objects.filter(user=state.user, kind__in=names).update(rhythm=NEVER)
    Notification.objects.filter(recipient=state.user, kind__in=names, mailed_at=None).update(rhythm=NEVER)


@transaction.atomic
def note_bounce(message_id: str) -> bool:
    """A mail came back for good; after three no more go out. The same mail counts once. Says whether it was ours."""
    key = key_in_message_id(message_id)
    state = MailState.objects.select_for_update().filter(key=key).first() if key else None
    if state is None:
        return False
    if message_id not in state.bounced and state.stopped_at is None:
        state.bounced = [*state.bounced, message_id]
        if len(state.bounced) >= MailState.MOST_BOUNCES:
            state.stopped_at = timezone.now()
        state.save(update_fields=["bounced", "stopped_at"])
    return True


@transaction.atomic
def resume_mails(*, actor: Actor) -> None:
    """The person has seen that mails came back, and wants them again."""
    state = MailState.objects.select_for_update().filter(user=actor.user).first()
    if state is None:
        raise Missing
    require(actor, "resume", state)

    state.bounced, state.stopped_at = [], None
    state.save(update_fields=["bounced", "stopped_at"])
