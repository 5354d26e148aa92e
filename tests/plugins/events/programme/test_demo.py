"""The network meeting of the demo world has a programme. Twice changes nothing."""

from __future__ import annotations

from plugins.events.demo import events, invitations, programme
from plugins.events.models import Event, Proposal, ProposalInterest, Session
from plugins.membership.demo import seats


def test_the_network_meeting_of_the_demo_world_has_a_programme(in_demo_world):
    seats.load()
    for part in (events, invitations, programme, programme):
        part.load()
    event = Event.objects.get(kind="network")
    assert event.programme_call.is_open
    assert list(Proposal.objects.values_list("state", flat=True)) == ["accepted", "proposed"]
    assert ProposalInterest.objects.count() == 2
    assert Session.objects.published().count() == 3 and Session.objects.exclude(proposal=None).count() == 1
    assert "Dr. Katja Thalheim" in [name for session in Session.objects.all() for name in session.names]
