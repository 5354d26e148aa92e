"""Mails about the programme: to whoever proposed something, and to those whom a change of a session concerns.

What only a group or named persons know of stands in no mail, neither in its subject nor in its text.
"""

from __future__ import annotations

from django.db import transaction
from django.urls import reverse

from plugins.api.access import may
from plugins.api.actors import actor_for
from plugins.api.mails import address_of, send_mail
from plugins.events.actions.keys import new_key
from plugins.events.facts import ProposalDecided, SessionChanged
from plugins.events.models import Participant, Proposal, Session
from plugins.events.queries.programme import concerned_by


def send_decisions(facts: list[ProposalDecided]) -> None:
    """One mail about each decision that still holds. The reason stands on the page. Raises when no mail can be sent."""
    for fact in dict.fromkeys(facts):
        rows = Proposal.objects.filter(pk=fact.proposal_id, state=fact.state).select_related("call__event", "person")
        proposal = rows.first()
        person = proposal.person if proposal is not None else None
        if proposal is None or person is None or not person.is_active or person.pk == fact.by:
            continue
        event = proposal.call.event
        context: dict[str, object] = {"url": address_of(proposal.call.get_absolute_url())}
        if event.is_for_all:
            context |= {"title": proposal.title, "event": event.title, "is_accepted": proposal.state == "accepted"}
        send_mail("mails/proposal_decided.html", context, to=person.email, language=person.language)


def send_changes(facts: list[SessionChanged]) -> None:
    """One mail to each whom the change concerns, and nobody else. Raises when no mail can be sent."""
    for fact in dict.fromkeys(facts):
        session = Session.objects.filter(pk=fact.session_id).select_related("event__group").first()
        if session is None or session.event.is_cancelled or session.is_over:
            continue
        participant = concerned_by(session).filter(pk=fact.participant_id).first()
        if participant is not None and _is_reached(participant, fact):
            _send(session, participant)


@transaction.atomic
def _send(session: Session, participant: Participant) -> None:
    """A link that is made for the mail stays only where the mail went out."""
    url = address_of(_page(session, participant))
    context: dict[str, object] = {"url": url, "has_account": participant.person is not None}
    if session.event.is_for_all:
        context |= {"title": session.title, "event": session.event.title, "starts_at": session.starts_at}
        context |= {"room": session.room, "is_cancelled": session.is_cancelled}
    language = participant.person.language if participant.person is not None else ""
    send_mail("mails/session_changed.html", context, to=participant.address, language=language)


def _page(session: Session, participant: Participant) -> str:
    """The programme, or, for whoever has no account or may not know of the event, the page of their own data."""
    if participant.person is None:
        return reverse("own_event_data", args=[new_key(participant)])
    if may(actor_for(participant.person), "see", session.event):
        return session.get_absolute_url()
    return reverse("own_place_by_link", args=[new_key(participant)])


def _is_reached(participant: Participant, fact: SessionChanged) -> bool:
    """Nobody is told what they did themselves."""
    if participant.person is not None and (not participant.person.is_active or participant.person_id == fact.by):
        return False
    return bool(participant.address)
