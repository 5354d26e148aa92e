"""Who sees which account elsewhere somebody signs in with."""

from __future__ import annotations

from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from django.db.models import QuerySet

from plugins.api.access import Actor, Decision, Policy, allowed


class ConnectionPolicy(Policy[SocialAccount]):
    """It is nobody's business but theirs."""

    model = SocialAccount
    covers = (SocialApp, SocialToken)
    closed_to_superusers = True

    def audience(self, connection: SocialAccount) -> frozenset[str]:
        return frozenset({f"user:{connection.user_id}"})

    def visible_to(self, actor: Actor, connections: QuerySet[SocialAccount]) -> QuerySet[SocialAccount]:
        return connections.filter(user_id__in=actor.keys("user"))

    def disconnect(self, actor: Actor, connection: SocialAccount) -> Decision:
        return allowed()
