"""Who sees that somebody was asked to look at a challenge."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from cms.accounts.roles import OFFICE
from plugins.api.access import Actor, Decision, Policy, allowed, denied
from workspace.models import ChallengeRequest


class ChallengeRequestPolicy(Policy[ChallengeRequest]):
    """It is between the programme office and the person; other members do not see who was asked, nor who said no."""

    model = ChallengeRequest
    closed_to_superusers = True

    def audience(self, request: ChallengeRequest) -> frozenset[str]:
        return frozenset({f"user:{request.person_id}", OFFICE})

    def visible_to(self, actor: Actor, requests: QuerySet[ChallengeRequest]) -> QuerySet[ChallengeRequest]:
        return requests if actor.has(OFFICE) else requests.filter(Q(person__in=list(map(int, actor.keys("user")))))

    def decline(self, actor: Actor, request: ChallengeRequest) -> Decision:
        if not actor.has(f"user:{request.person_id}"):
            return denied(_("Only whoever was asked answers."))
        return denied(_("You have answered already.")) if request.declined_at else allowed()
