"""Moving and cancelling one date of a series; all others stay."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.api.access import Actor, require
from plugins.api.errors import Invalid, Refused
from plugins.api.outbox import announce
from plugins.events.actions.events import advance, locked, note
from plugins.events.facts import EventChanged
from plugins.events.models import Event, Occurrence


@transaction.atomic
def move_occurrence(occurrence: Occurrence, starts_at: datetime, ends_at: datetime, *, actor: Actor) -> Occurrence:
    """This one date is at another time; calendars take it over. Raises Invalid."""
    event, occurrence = _one_to_come(occurrence, actor)
    if ends_at <= starts_at:
        raise Invalid({"end_time": [_("The end lies before the beginning.")]})
    if starts_at <= timezone.now():
        raise Invalid({"start_day": [_("This moment is over. Choose one that is still to come.")]})
    if (starts_at, ends_at) == (occurrence.starts_at, occurrence.ends_at):
        return occurrence
    occurrence.starts_at, occurrence.ends_at = starts_at, ends_at
    occurrence.save(update_fields=["starts_at", "ends_at"])
    _changed(event, "move_occurrence", actor)
    return occurrence


@transaction.atomic
def cancel_occurrence(occurrence: Occurrence, *, actor: Actor) -> Occurrence:
    """This one date does not take place; calendars take it out."""
    event, occurrence = _one_to_come(occurrence, actor)
    occurrence.cancelled_at = timezone.now()
    occurrence.save(update_fields=["cancelled_at"])
    _changed(event, "cancel_occurrence", actor)
    return occurrence


def _one_to_come(occurrence: Occurrence, actor: Actor) -> tuple[Event, Occurrence]:
    event = locked(occurrence.event)
    occurrence = Occurrence.objects.select_related("event").get(pk=occurrence.pk)
    require(actor, "edit", occurrence)
    if occurrence.is_cancelled or occurrence.is_over:
        raise Refused(_("This date is over or cancelled and stays as it is."))
    return event, occurrence


def _changed(event: Event, what: str, actor: Actor) -> None:
    event.sequence += 1
    event.changed_at = timezone.now()
    event.save(update_fields=["sequence", "changed_at"])
    note(event, what, actor)
    announce(EventChanged(event_id=event.pk, fields=("occurrences",)))
    advance(event, event.confidentiality)
