"""What the programme plugs in: calls for contributions, proposals, sessions, schedules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from plugins.events.demo import programme as demo
from plugins.events.facts import ProposalDecided, SessionChanged
from plugins.events.mails import programme as mails
from plugins.events.models import Proposal, ProposalInterest, SessionChoice
from plugins.events.notification_kinds.programme import decided_kind, proposed_kind, session_kind
from plugins.events.personal_data import programme as personal_data
from plugins.events.policies.calls import ProgrammeCallPolicy, ProposalInterestPolicy, ProposalPolicy
from plugins.events.policies.sessions import SessionChoicePolicy, SessionPolicy


def programme_records() -> Iterator[Any]:
    yield slots.PolicyRecord(ProgrammeCallPolicy())
    yield slots.PolicyRecord(ProposalPolicy())
    yield slots.PolicyRecord(ProposalInterestPolicy())
    yield slots.PolicyRecord(SessionPolicy())
    yield slots.PolicyRecord(SessionChoicePolicy())
    yield slots.UrlMount("termine/", "plugins.events.urls.programme")
    yield slots.FactListener("events.proposal_mails", (ProposalDecided,), mails.send_decisions, takes_long=True)
    yield slots.FactListener("events.session_mails", (SessionChanged,), mails.send_changes, takes_long=True)
    yield proposed_kind()
    yield decided_kind()
    yield session_kind()
    yield slots.PersonalData(
        title=_("Your part in programmes"),
        models=(Proposal, ProposalInterest, SessionChoice),
        hand_out=personal_data.hand_out,
        erase=personal_data.erase,
        text=_(
            "What you proposed for an event: its organisers read it, and while the call is open whoever knows of the "
            "event. To which proposals you would come and which sessions are in your schedule: only you see it."
        ),
    )
    yield slots.DemoData(
        order=84,
        load=demo.load,
        to_try=(_("Propose something for the network meeting, as a member: %(url)stermine/"),),
    )
