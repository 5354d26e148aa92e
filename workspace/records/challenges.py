"""What challenges plug in: questions of practice that members put to the forum."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.accounts.roles import OFFICE
from plugins.api import extensions as slots
from workspace import searchable
from workspace.demo import challenges as demo
from workspace.policies.challenges import ChallengePolicy
from workspace.policies.discussions import MEMBERS
from workspace.records.discussions import POSTS_OF


def challenge_records() -> Iterator[Any]:
    yield slots.UrlMount("herausforderungen/", "workspace.views.challenge_urls")
    yield slots.NavItem(
        _("Challenges"),
        "/herausforderungen/",
        40,
        "message-circle-question-mark",
        shown_to=lambda actor: actor.has(MEMBERS, OFFICE),
    )
    yield slots.PolicyRecord(ChallengePolicy())
    yield slots.SearchSource("challenge", searchable.challenge_documents, POSTS_OF)
    yield slots.DemoData(order=75, load=demo.load)
