"""Calls that are open and closed, proposals in every state, sessions published and not, of events of each class."""

from __future__ import annotations

from django.utils import timezone

from cms.accounts.models import User
from plugins.events.models import (
    EventClass,
    Participant,
    Place,
    ProgrammeCall,
    Proposal,
    ProposalInterest,
    Session,
    SessionChoice,
)
from plugins.events.states.proposals import STATES
from tests.factories.events import make_event
from tests.factories.programme import make_call, make_session, make_speaker
from workspace.models import WorkingGroup

MODELS = (ProgrammeCall, Proposal, ProposalInterest, Session, SessionChoice)
PROPOSERS = ("member", "guest", "outsider", "office")


def add(people: dict[str, User | None]) -> None:
    group = WorkingGroup.objects.order_by("pk").first()
    for confidentiality in EventClass.values:
        for is_published, is_closed in ((True, False), (True, True), (False, False)):
            event = make_event(
                confidentiality=confidentiality, group=group, organiser=people["mentor"], is_published=is_published
            )
            call = make_call(event)
            if is_closed:
                ProgrammeCall.objects.filter(pk=call.pk).update(closed_at=timezone.now())
            for name, state in zip(PROPOSERS, STATES, strict=True):
                said = {"title": "Bericht", "text": "Wir erzählen.", "format": "Bericht", "reason": "Darum."}
                proposal = Proposal.objects.create(call=call, person=people[name], state=state, **said)
                ProposalInterest.objects.create(proposal=proposal, person=people["coordinator"])
            if not is_closed:
                _add_sessions(event, people)


def _add_sessions(event, people: dict[str, User | None]) -> None:
    guest = Participant.objects.create(event=event, person=people["guest"], role="speaker")
    comes = Participant.objects.create(event=event, person=people["member"], answer="yes", place=Place.TAKEN)
    for is_published in (True, False):
        session = make_session(event, speakers=[guest, make_speaker(event, email=f"{is_published}@example.org")])
        if not is_published:
            Session.objects.filter(pk=session.pk).update(published_at=None)
        SessionChoice.objects.create(session=session, participant=comes)
