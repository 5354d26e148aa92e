"""The address of a person's calendar, and the record of what calendars were told by mail."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from wagtail.log_actions import log

from cms.accounts.models import User
from plugins.api.access import Actor, require
from plugins.api.tokens import hash_of, new_token
from plugins.events.models import CalendarAddress, CalendarCopy, Participant

LAST_USE_EXACT_TO: Final = timedelta(minutes=15)


@transaction.atomic
def renew_address(*, actor: Actor) -> str:
    """A new secret address; the one before leads nowhere from now on. The secret exists only in this answer."""
    require(actor, "create", CalendarAddress)
    token = new_token()
    CalendarAddress.objects.filter(person=actor.user).delete()
    CalendarAddress.objects.create(person=actor.user, token_hash=hash_of(token))
    _note("renew_calendar_address", actor)
    return token


@transaction.atomic
def end_address(address: CalendarAddress, *, actor: Actor) -> None:
    """Whatever program asks under it gets nothing from now on."""
    require(actor, "revoke", address)
    address.delete()
    _note("end_calendar_address", actor)


def owner_of(token: str) -> User | None:
    """Whose calendar this is; None for an address that is wrong, or ended, or whose owner is not active."""
    address = CalendarAddress.objects.filter(token_hash=hash_of(token), person__is_active=True)
    found = address.select_related("person").first()
    if found is None:
        return None
    now = timezone.now()
    if found.last_used_at is None or found.last_used_at < now - LAST_USE_EXACT_TO:
        stale = Q(last_used_at=None) | Q(last_used_at__lt=now - LAST_USE_EXACT_TO)
        CalendarAddress.objects.filter(stale, pk=found.pk).update(last_used_at=now)
    return found.person


@transaction.atomic
def remember_copy(participant: Participant, method: str) -> CalendarCopy:
    """What the calendar of this person is told now, under a number that is never lower than the one before."""
    event = participant.event
    copy = CalendarCopy.objects.select_for_update().filter(participant=participant).first()
    if copy is None:
        copy = CalendarCopy(participant=participant, sequence=event.sequence)
    elif (copy.method, copy.event_sequence) != (method, event.sequence):
        copy.sequence = max(event.sequence, copy.sequence + 1)
    copy.method, copy.event_sequence, copy.comes = method, event.sequence, participant.comes
    copy.sent_at = timezone.now()
    copy.save()
    return copy


def _note(what: str, actor: Actor) -> None:
    """The audit trail knows people by number."""
    log(actor.user, f"events.{what}", user=actor.user, title=f"#{actor.user.pk}" if actor.user else "")
