"""Mails to whoever is invited: each with a link of its own, by which one answers and can do nothing else.

What only a group or named persons know of stands in no mail, neither in its subject nor in its text.
"""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation

from plugins.api.mails import address_of, send_mail
from plugins.events.actions.keys import new_key
from plugins.events.facts import ParticipantInvited, ParticipantReminded
from plugins.events.mails.calendars import calendar_part
from plugins.events.models import Answer, Event, Method, Participant


def send_invitations(facts: list[ParticipantInvited]) -> None:
    """One mail each. Raises when no mail can be sent."""
    for pk in dict.fromkeys(fact.participant_id for fact in facts):
        _send(pk, "invitation")


def send_reminders(facts: list[ParticipantReminded]) -> None:
    """One mail each; whoever answered meanwhile gets none. Raises when no mail can be sent."""
    for pk in dict.fromkeys(fact.participant_id for fact in facts):
        _send(pk, "reminder")


@transaction.atomic
def _send(pk: int, occasion: str) -> None:
    """The link is made here; where the mail cannot be sent, the one before goes on working."""
    participant = Participant.objects.select_related("event", "person").filter(pk=pk).first()
    if participant is None or not _is_due(participant, occasion):
        return
    person = participant.person
    context = {"url": address_of(reverse("answer_by_link", args=[new_key(participant)])), **_named(participant.event)}
    language = person.language if person is not None else ""
    send_mail(
        f"mails/event_{occasion}.html",
        context,
        to=participant.address,
        language=language,
        calendar=_entry(participant, language) if occasion == "invitation" else None,
    )


def _entry(participant: Participant, language: str) -> tuple[str, bytes]:
    """The event for the calendar, where it is answered, too; of some events it says when and nothing else."""
    with translation.override(language or settings.LANGUAGE_CODE):
        return Method.REQUEST, calendar_part(participant.event, participant, Method.REQUEST)


def _is_due(participant: Participant, occasion: str) -> bool:
    event = participant.event
    if event.is_cancelled or event.has_begun or not participant.address:
        return False
    if participant.person is not None and not participant.person.is_active:
        return False
    return occasion == "invitation" or participant.answer == Answer.NONE


def _named(event: Event) -> dict[str, object]:
    """What the mail may say of the event."""
    if not event.is_for_all:
        return {}
    return {"title": event.title, "starts_at": event.starts_at, "late_reason": event.late_reason}
