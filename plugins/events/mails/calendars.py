"""Mails that keep people's calendars right: taken in, changed, taken out (iMIP, RFC 6047).

Whoever said yes has the event in their calendar, and so has whoever got it with the invitation and did not say no. What
the calendar was told last is remembered (`CalendarCopy`), so that each hears of each state once, however often a fact
is heard.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone, translation

from plugins.api.access import visible_to
from plugins.api.actors import actor_for
from plugins.api.mails import send_mail
from plugins.events.actions.calendars import remember_copy
from plugins.events.calendars.components import Told, is_discreet, page_of, part
from plugins.events.facts import (
    EventCancelled,
    EventChanged,
    EventPublished,
    InvitationAnswered,
    ParticipantsChanged,
    PlaceChanged,
)
from plugins.events.models import Answer, CalendarCopy, Event, EventClass, Method, Participant, Place

OfEvent = EventCancelled | EventChanged | EventPublished | ParticipantsChanged
OfOne = InvitationAnswered | PlaceChanged


def calendar_part(event: Event, participant: Participant, method: str, *, names_nothing: bool = False) -> bytes:
    """For a mail of another occasion, such as an invitation: `send_mail(…, calendar=("REQUEST", this))`.

    It is remembered that the calendar was told, and from then on it is told of every change. `names_nothing`: for
    somebody who may no longer know what it is.
    """
    participant.event = event
    copy = remember_copy(participant, method)
    told = Told(copy.sequence, timezone.now(), participant, discreet=names_nothing or is_discreet(event))
    return part(event, method, told)


def keep_calendars_right(facts: Sequence[OfEvent | OfOne]) -> None:
    """One mail for each calendar that is behind. Raises when no mail can be sent."""
    people = {fact.participant_id for fact in facts if isinstance(fact, OfOne)}
    events = {fact.event_id for fact in facts if isinstance(fact, OfEvent)}
    rows = Participant.objects.filter(Q(pk__in=people) | Q(event__in=events)).order_by("pk")
    failed: Exception | None = None
    for pk in [row.pk for row in rows.select_related("event__group", "person", "calendar_copy") if due(row)]:
        try:
            _bring_up_to_date(pk)
        except Exception as error:  # an address that takes no mail holds up nobody else
            failed = failed or error
    if failed is not None:
        raise failed


def due(participant: Participant) -> str:
    """What the calendar of this participant has yet to be told: a method, or nothing."""
    event = participant.event
    copy: CalendarCopy | None = getattr(participant, "calendar_copy", None)
    holds = copy is not None and copy.method == Method.REQUEST
    if not event.is_published or (event.is_over and not event.is_cancelled) or not _is_reached(participant):
        return ""
    if event.is_cancelled or _stays_away(participant, copy):
        return Method.CANCEL if holds else ""
    if copy is None or not holds:
        return Method.REQUEST if participant.comes else ""
    is_behind = copy.event_sequence != event.sequence
    has_accepted = participant.comes and not copy.comes
    return Method.REQUEST if is_behind or has_accepted else ""


@transaction.atomic
def _bring_up_to_date(pk: int) -> None:
    """Remembered and mailed together: what could not be sent is tried anew."""
    rows = Participant.objects.select_for_update(of=("self",))
    participant = rows.select_related("event__group", "person", "calendar_copy").filter(pk=pk).first()
    method = due(participant) if participant is not None else ""
    if participant is None or not method:
        return
    may_know = _may_know(participant)
    if not may_know:
        copy: CalendarCopy | None = getattr(participant, "calendar_copy", None)
        if copy is None or copy.method != Method.REQUEST:
            return
        method = Method.CANCEL
    template = _occasion(participant, method)
    person = participant.person
    with translation.override(person.language if person is not None else settings.LANGUAGE_CODE):
        calendar = calendar_part(participant.event, participant, method, names_nothing=not may_know)
    send_mail(
        f"mails/{template}.html",
        _context(participant, method),
        to=participant.address,
        language=person.language if person is not None else "",
        calendar=(method, calendar),
    )


def _occasion(participant: Participant, method: str) -> str:
    if method == Method.CANCEL:
        return "event_off" if participant.event.is_cancelled else "event_place_ended"
    copy: CalendarCopy | None = getattr(participant, "calendar_copy", None)
    if copy is None or copy.method == Method.CANCEL or copy.comes != participant.comes:
        return "event_in_calendar"
    return "event_changed"


def _context(participant: Participant, method: str) -> dict[str, Any]:
    """The time and the way to the page; what it is about stands there."""
    event = participant.event
    starts_at, _ends_at = event.date
    opens = participant.person_id is not None or event.confidentiality == EventClass.PUBLIC
    has_page = opens and (method == Method.REQUEST or event.is_cancelled)
    return {"url": page_of(event) if has_page else "", "starts_at": starts_at, "is_series": event.is_series}


def _stays_away(participant: Participant, copy: CalendarCopy | None) -> bool:
    """Whoever had a place and has none any more does too."""
    refused = participant.answer == Answer.NO or participant.place == Place.REFUSED
    return refused or (copy is not None and copy.comes and not participant.comes)


def _is_reached(participant: Participant) -> bool:
    if participant.person is not None and not participant.person.is_active:
        return False
    return bool(participant.address)


def _may_know(participant: Participant) -> bool:
    """Rights are asked now; whoever comes without an account was invited as who they are."""
    if participant.person is None:
        return True
    return visible_to(actor_for(participant.person), Event.objects.filter(pk=participant.event_id)).exists()
