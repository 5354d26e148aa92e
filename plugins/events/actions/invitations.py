"""Inviting people to an event, and reminding those who have not answered."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from plugins.api import generation
from plugins.api.access import Actor, require
from plugins.api.errors import Invalid
from plugins.api.outbox import announce
from plugins.events.actions.events import locked
from plugins.events.facts import ParticipantInvited, ParticipantReminded, ParticipantsChanged
from plugins.events.models import Answer, Event, EventClass, Participant
from plugins.events.queries.invitations import silent_of
from plugins.events.queries.lead_times import lead_of
from plugins.events.queries.recipients import Choice, Recipient, Recipients, recipients_of


@transaction.atomic
def send_invitations(
    event: Event, choice: Choice, *, seen: str, late_reason: str = "", actor: Actor
) -> list[Participant]:
    """Everybody on the list that the organiser has seen is invited; mails follow.

    `seen` is the sign of that list: where the list is another one by now, nobody is invited. The first invitations of
    an event need a reason where they go out later than the rule asks for. Raises Invalid.
    """
    event = locked(event)
    require(actor, "invite", event)
    recipients = recipients_of(event, choice, actor)
    _insist_on_seen(recipients, seen)
    if event.invited_at is None:
        _begin(event, late_reason)
    invited = [_invited(event, one, actor) for one in recipients.new]
    log(event, "events.invite", user=actor.user, title=f"#{event.pk}", data={"number": len(invited)})
    for participant in invited:
        announce(ParticipantInvited(participant_id=participant.pk))
    people = tuple(one.person_id for one in invited if one.person_id is not None)
    if people:
        announce(ParticipantsChanged(event_id=event.pk, user_ids=people))
    return invited


@transaction.atomic
def remind_silent(event: Event, *, seen: str, actor: Actor) -> int:
    """Whoever was invited and has not answered gets one more mail, at most one a day. Raises Invalid."""
    event = locked(event)
    require(actor, "invite", event)
    silent = silent_of(event)
    if not silent.new:
        raise Invalid({"__all__": [_("There is nobody to remind now.")]})
    if silent.sign != seen:
        raise Invalid({"__all__": [_("Meanwhile somebody answered or was reminded. Please look at the list again.")]})
    Participant.objects.filter(pk__in=[one.pk for one in silent.new]).update(reminded_at=timezone.now())
    log(event, "events.remind", user=actor.user, title=f"#{event.pk}", data={"number": len(silent.new)})
    for participant in silent.new:
        announce(ParticipantReminded(participant_id=participant.pk))
    return len(silent.new)


def _insist_on_seen(recipients: Recipients, seen: str) -> None:
    if not recipients.new:
        raise Invalid({"__all__": [_("Everybody on this list was invited already.")]})
    if recipients.sign != seen:
        raise Invalid({"__all__": [_("The list has changed meanwhile, and nobody is invited yet. Please look again.")]})


def _begin(event: Event, late_reason: str) -> None:
    """From here the notice is counted; whoever is late says why."""
    if lead_of(event).is_in_time:
        late_reason = ""
    elif not late_reason.strip():
        raise Invalid({"late_reason": [_("Say why the invitation goes out so late: it stands in the invitation.")]})
    event.invited_at, event.late_reason = timezone.now(), late_reason.strip()
    event.save(update_fields=["invited_at", "late_reason"])
    if event.confidentiality == EventClass.PUBLIC:
        generation.advance()


def _invited(event: Event, one: Recipient, actor: Actor) -> Participant:
    """Their line, new or from before. The mail that goes out brings the link."""
    rows = Participant.objects.of(event).select_for_update()
    found = rows.filter(person=one.person) if one.person else rows.filter(person=None, email__iexact=one.email)
    participant = found.first() or Participant(event=event, person=one.person)
    if one.person is None:
        participant.name, participant.email = one.name, one.email
        participant.accompanies = _accompanied(event, one)
    if participant.has_left:
        participant.left_at, participant.answer, participant.excuse = None, Answer.NONE, ""
    participant.role, participant.told, participant.county = one.role, one.told, one.county
    participant.invited_at, participant.invited_by = timezone.now(), actor.user
    participant.save()
    return participant


def _accompanied(event: Event, one: Recipient) -> Participant | None:
    return Participant.objects.of(event).filter(pk=one.accompanies).first() if one.accompanies else None
