"""Calling for contributions to an event, and closing the call."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from plugins.api.access import Actor, require
from plugins.api.errors import Invalid, Refused
from plugins.events.actions.events import locked
from plugins.events.models import Event, ProgrammeCall

MOST_FORMATS: Final = 8
LONGEST_FORMAT: Final = 60


@transaction.atomic
def set_call(event: Event, *, text: str, formats: str, deadline: datetime, actor: Actor) -> ProgrammeCall:
    """Whoever knows of the event can propose something until the deadline; a call that was closed is open again.

    `formats` are words with commas in between. Raises Invalid.
    """
    event = locked(event)
    require(actor, "edit", event)
    call = ProgrammeCall.objects.select_for_update().filter(event=event).first() or ProgrammeCall(event=event)
    words = list(dict.fromkeys(" ".join(word.split()) for word in formats.split(",") if word.strip()))
    if not 0 < len(words) <= MOST_FORMATS or max(map(len, words)) > LONGEST_FORMAT:
        raise Invalid({"formats": [_("Please name one to eight formats, each in at most 60 characters.")]})
    is_new = call.pk is None or deadline != call.deadline
    last = timezone.localdate(event.over_from)
    if is_new and (deadline <= timezone.now() or timezone.localdate(deadline) > last):
        raise Invalid({"deadline": [_("Choose a day that is still to come, at the latest that of the event.")]})
    call.text, call.formats, call.deadline = text.strip(), ", ".join(words), deadline
    if deadline > timezone.now():
        call.closed_at = None
    try:
        call.full_clean()
    except ValidationError as error:
        raise Invalid(error.message_dict) from error
    call.save()
    log(call, "events.set_call", user=actor.user, title=f"#{call.pk}")
    return call


@transaction.atomic
def close_call(call: ProgrammeCall, *, actor: Actor) -> ProgrammeCall:
    """Nobody proposes anything any more, and others than the organisers no longer read what was proposed."""
    call = locked_call(call)
    require(actor, "edit", call)
    if not call.is_open:
        raise Refused(_("This call is not open."))
    call.closed_at = timezone.now()
    call.save(update_fields=["closed_at"])
    log(call, "events.close_call", user=actor.user, title=f"#{call.pk}")
    return call


def locked_call(call: ProgrammeCall) -> ProgrammeCall:
    """As it is stored, for a change."""
    return ProgrammeCall.objects.select_for_update(of=("self",)).select_related("event__group").get(pk=call.pk)
