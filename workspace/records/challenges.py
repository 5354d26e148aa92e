"""What challenges plug in: questions of practice that members put to the forum."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from workspace import searchable
from workspace.demo import challenges as demo
from workspace.models import Challenge, ChallengeRequest, QuoteRequest
from workspace.notification_kinds import challenges as kinds
from workspace.personal_data import challenges as personal_data
from workspace.policies.challenge_requests import ChallengeRequestPolicy
from workspace.policies.challenges import ChallengePolicy
from workspace.policies.discussions import CHALLENGE_READERS, MEMBERS
from workspace.policies.quote_requests import QuoteRequestPolicy
from workspace.records.discussions import POSTS_OF
from workspace.schedules import look_for_silent_challenges
from workspace.views.challenge_entries import way_back


def challenge_records() -> Iterator[Any]:
    yield slots.UrlMount("herausforderungen/", "workspace.views.challenge_urls")
    yield slots.RestMount("challenges/", "workspace.rest.challenge_urls")
    yield slots.NavItem(
        _("Challenges"),
        "/herausforderungen/",
        60,
        "message-circle-question-mark",
        shown_to=lambda actor: actor.has(*CHALLENGE_READERS),
    )
    yield slots.PageButtons(("entry",), way_back)
    yield slots.PolicyRecord(ChallengePolicy())
    yield slots.PolicyRecord(ChallengeRequestPolicy())
    yield slots.PolicyRecord(QuoteRequestPolicy())
    yield kinds.quote_kind()
    yield kinds.new_kind()
    yield kinds.asked_kind()
    yield kinds.silent_kind()
    yield slots.TaskSchedule("workspace.silent_challenges", timedelta(hours=6), look_for_silent_challenges)
    yield slots.PersonalData(
        title=_("Challenges"),
        models=(Challenge, ChallengeRequest, QuoteRequest),
        hand_out=personal_data.hand_out,
        erase=personal_data.erase,
        text=_(
            "Challenges that you put to the forum, and that the programme office asked you about others’. "
            "What you asked, all members read; whom it asked and who said no, only the programme office."
        ),
    )
    yield slots.SearchSource("challenge", searchable.challenge_documents, POSTS_OF)
    yield slots.WayOn(
        _("Ask the forum"),
        lambda words: f"/herausforderungen/neu/?{urlencode({'title': words})}",
        order=10,
        shown_to=lambda actor: actor.has(MEMBERS),
    )
    yield slots.DemoData(
        order=75,
        load=demo.load,
        needs_members=True,
        to_try=(_("Ask the forum as a member: %(url)sherausforderungen/"),),
    )
