"""What a person proposed, would come to, and has in their schedule: handed out and erased."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cms.accounts.models import User
from plugins.events.models import Proposal, ProposalInterest, Session, SessionChoice


def hand_out(user: User) -> object:
    proposals = Proposal.objects.filter(person=user).select_related("call__event").order_by("created_at", "pk")
    interests = ProposalInterest.objects.filter(person=user).select_related("proposal").order_by("pk")
    choices = SessionChoice.objects.filter(participant__person=user).select_related("session__event").order_by("pk")
    return {
        "proposed": [
            {
                "event": proposal.call.event.title,
                "title": proposal.title,
                "text": proposal.text,
                "format": proposal.format,
                "state": proposal.state,
                "reason": proposal.reason,
                "created_at": proposal.created_at.isoformat(),
                "decided_at": proposal.decided_at.isoformat() if proposal.decided_at else None,
            }
            for proposal in proposals
        ],
        "would_come_to": [interest.proposal.title for interest in interests],
        "schedule": [_session(choice.session) for choice in choices],
        "speaks_in": [
            _session(session)
            for session in Session.objects.filter(speakers__person=user).select_related("event").order_by("pk")
        ],
    }


def erase(user: User) -> list[str]:
    """Proposals that were accepted stay without the name, all others go."""
    ProposalInterest.objects.filter(person=user).delete()
    SessionChoice.objects.filter(participant__person=user).delete()
    Proposal.objects.filter(person=user).exclude(state="accepted").delete()
    number = Proposal.objects.filter(person=user).update(person=None)
    sentence = _("Proposals that were accepted for a programme stay, without the name (%(n)d).")
    return [sentence % {"n": number}] if number else []


def _session(session: Session) -> dict[str, str]:
    return {"event": session.event.title, "title": session.title, "starts_at": session.starts_at.isoformat()}
