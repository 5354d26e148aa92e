"""What is told about the programme: a proposal to the organisers, a decision to whoever proposed something, a change to
those whom it concerns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plugins.api.access import may
from plugins.api.actors import actor_for
from plugins.api.extensions import NotificationKind
from plugins.api.notifying import News
from plugins.events.facts import ProposalDecided, ProposalMade, SessionChanged
from plugins.events.models import Participant, Proposal, Session
from plugins.events.notification_kinds.organisers import to_organisers


def proposed_kind() -> NotificationKind:
    return NotificationKind(
        "events.proposed",
        gettext_lazy("Proposals for a programme that you organise"),
        about=Proposal,
        facts=(ProposalMade,),
        news=proposed_news,
        sentence=_proposed,
        in_mail=gettext_lazy("Somebody has proposed something for a programme that you organise"),
    )


def decided_kind() -> NotificationKind:
    return NotificationKind(
        "events.proposal",
        gettext_lazy("What you proposed for a programme"),
        about=Proposal,
        facts=(ProposalDecided,),
        news=decided_news,
        sentence=_decided,
        in_mail=gettext_lazy("It was decided about what you proposed for a programme"),
        is_personal=True,
        has_own_mail=True,
    )


def session_kind() -> NotificationKind:
    return NotificationKind(
        "events.session",
        gettext_lazy("Changes of sessions that are in your schedule or in which you speak"),
        about=Session,
        facts=(SessionChanged,),
        news=session_news,
        sentence=_changed,
        in_mail=gettext_lazy("A session of your programme has changed"),
        is_personal=True,
        has_own_mail=True,
    )


def proposed_news(fact: ProposalMade) -> Iterator[News]:
    """Whoever organises the event, of each proposal that still stands; they find it where they decide about it."""
    rows = Proposal.objects.filter(pk=fact.proposal_id, state="proposed").select_related("call__event__group")
    proposal = rows.first()
    if proposal is not None:
        event = proposal.call.event
        yield News(
            about=proposal,
            url=reverse("decide_proposal", args=[event.slug, proposal.pk]),
            words={"title": proposal.title, "event": event.title},
            by=proposal.person_id,
            **to_organisers(event),
        )


def decided_news(fact: ProposalDecided) -> Iterator[News]:
    """Whoever proposed it, of each decision."""
    proposal = Proposal.objects.filter(pk=fact.proposal_id).select_related("call__event").first()
    if proposal is not None and proposal.person_id is not None:
        yield News(
            about=proposal,
            url=proposal.call.get_absolute_url(),
            people=frozenset({proposal.person_id}),
            words={"title": proposal.title, "state": fact.state},
            key=f"{proposal.pk}:{fact.state}:{fact.moment}",
            by=fact.by,
        )


def session_news(fact: SessionChanged) -> Iterator[News]:
    """The one person of this fact, where they have an account and may know of the event."""
    session = Session.objects.filter(pk=fact.session_id).select_related("event__group").first()
    rows = Participant.objects.filter(pk=fact.participant_id, person__is_active=True).select_related("person")
    participant = rows.first()
    if session is None or participant is None or participant.person is None:
        return
    if may(actor_for(participant.person), "see", session.event):
        yield News(
            about=session,
            url=session.get_absolute_url(),
            people=frozenset({participant.person.pk}),
            words={
                "title": session.title,
                "when": session.when,
                "room": session.room,
                "is_cancelled": session.is_cancelled,
            },
            key=f"{session.pk}:{fact.moment}",
            by=fact.by,
        )


def _proposed(words: Mapping[str, Any]) -> str:
    return _("New proposal for the programme of “%(event)s”: “%(title)s”.") % words


def _decided(words: Mapping[str, Any]) -> str:
    if words["state"] == "accepted":
        return _("Your proposal “%(title)s” was accepted.") % words
    return _("Your proposal “%(title)s” was not accepted. Why stands beside it.") % words


def _changed(words: Mapping[str, Any]) -> str:
    if words["is_cancelled"]:
        return _("“%(title)s” does not take place.") % words
    if words["room"]:
        return _("“%(title)s” has changed: %(when)s, %(room)s.") % words
    return _("“%(title)s” has changed: %(when)s.") % words
