"""Proposing something for the programme, saying that one would come, and deciding."""

from __future__ import annotations

from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import log

from plugins.api.access import Actor, require
from plugins.api.actors import actor_for
from plugins.api.errors import Invalid
from plugins.api.outbox import announce
from plugins.api.states import moved
from plugins.events.actions.calls import locked_call
from plugins.events.facts import ParticipantsChanged, ProposalDecided, ProposalMade
from plugins.events.models import Event, Participant, ParticipantRole, ProgrammeCall, Proposal, ProposalInterest
from plugins.events.queries.places import counties_of
from plugins.events.states.proposals import ProposalMachine

NOT_NOW: Final = gettext_lazy("There is nothing to decide about this proposal any more.")


@transaction.atomic
def propose(call: ProgrammeCall, *, title: str, text: str, format: str, actor: Actor) -> Proposal:
    """Whoever knows of the event reads it with the name, as long as the call is open. Raises Invalid."""
    call = locked_call(call)
    require(actor, "propose", call)
    proposal = Proposal(call=call, person=actor.user)
    _say(proposal, title, text, format)
    proposal.save()
    _note(proposal, "propose", actor)
    announce(ProposalMade(proposal_id=proposal.pk))
    return proposal


@transaction.atomic
def change_proposal(proposal: Proposal, *, title: str, text: str, format: str, actor: Actor) -> Proposal:
    """Other words, until the deadline or until it is decided. Raises Invalid."""
    proposal = _locked(proposal)
    require(actor, "edit", proposal)
    _say(proposal, title, text, format)
    proposal.changed_at = timezone.now()
    proposal.save(update_fields=["title", "text", "format", "changed_at"])
    _note(proposal, "change_proposal", actor)
    return proposal


@transaction.atomic
def withdraw_proposal(proposal: Proposal, *, actor: Actor) -> Proposal:
    """It is no longer there for others; organisers see that it was taken back."""
    proposal = _locked(proposal)
    require(actor, "withdraw", proposal)
    proposal.state = moved(ProposalMachine, proposal.state, "withdraw", NOT_NOW)
    proposal.save(update_fields=["state"])
    _note(proposal, "withdraw_proposal", actor)
    return proposal


@transaction.atomic
def support_proposal(proposal: Proposal, would_come: bool, *, actor: Actor) -> None:
    """“I would come”, or no longer. Said twice it is the same. It stands in no log: nobody lists who would come."""
    proposal = _locked(proposal)
    require(actor, "support", proposal)
    if would_come:
        ProposalInterest.objects.get_or_create(proposal=proposal, person=actor.user)
    else:
        ProposalInterest.objects.filter(proposal=proposal, person=actor.user).delete()


@transaction.atomic
def accept_proposal(proposal: Proposal, reason: str, *, actor: Actor) -> Proposal:
    """Whoever proposed it reads the reason, and stands on the list of the event as a speaker. Raises Invalid."""
    proposal = _decided(proposal, "accept", reason, actor)
    _expect(proposal)
    return proposal


@transaction.atomic
def decline_proposal(proposal: Proposal, reason: str, *, actor: Actor) -> Proposal:
    """Whoever proposed it reads the reason, and nobody else learns of it. Raises Invalid without one."""
    return _decided(proposal, "decline", reason, actor)


def forget_proposals(event: Event) -> None:
    """Nobody knows any more who would have come, who proposed what became of the programme, and what did not."""
    of_event = Proposal.objects.filter(call__event=event)
    ProposalInterest.objects.filter(proposal__in=of_event.values("pk")).delete()
    of_event.exclude(state="accepted").delete()
    of_event.update(person=None, reason="")


def _decided(proposal: Proposal, event: str, reason: str, actor: Actor) -> Proposal:
    proposal = _locked(proposal)
    require(actor, "decide", proposal)
    if not reason.strip():
        raise Invalid({"reason": [_("Say why: the person reads it.")]})
    proposal.state = moved(ProposalMachine, proposal.state, event, NOT_NOW)
    proposal.reason, proposal.decided_at = reason.strip()[:1000], timezone.now()
    proposal.save(update_fields=["state", "reason", "decided_at"])
    _note(proposal, f"{event}_proposal", actor)
    announce(
        ProposalDecided(
            proposal_id=proposal.pk,
            state=proposal.state,
            moment=proposal.decided_at.isoformat(),
            by=actor.user.pk if actor.user is not None else None,
        )
    )
    return proposal


def _expect(proposal: Proposal) -> None:
    """Their line at the event; whoever stands on the list already comes as they do."""
    if proposal.person is None:
        return
    event, person = proposal.call.event, proposal.person
    said: dict[str, Any] = {"role": ParticipantRole.SPEAKER, "county": counties_of(actor_for(person)).first()}
    _line, is_new = Participant.objects.get_or_create(event=event, person=person, defaults=said)
    if is_new:
        announce(ParticipantsChanged(event_id=event.pk, user_ids=(person.pk,)))


def _say(proposal: Proposal, title: str, text: str, format: str) -> None:
    proposal.title, proposal.text, proposal.format = " ".join(title.split()), text.strip(), format
    if format not in proposal.call.words:
        raise Invalid({"format": [_("Please choose one of the formats.")]})
    try:
        proposal.full_clean(exclude=["person"])
    except ValidationError as error:
        raise Invalid(error.message_dict) from error


def _locked(proposal: Proposal) -> Proposal:
    rows = Proposal.objects.select_for_update(of=("self",)).select_related("call__event__group", "person")
    return rows.get(pk=proposal.pk)


def _note(proposal: Proposal, what: str, actor: Actor) -> None:
    """The audit trail knows proposals by number: a name or a title in it would outlive them."""
    log(proposal, f"events.{what}", user=actor.user, title=f"#{proposal.pk}")
