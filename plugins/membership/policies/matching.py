"""Nobody learns who takes part in matching but those who do, and of refusals nobody at all."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from plugins.api.access import Actor, Decision, Policy, allowed, denied
from plugins.membership.models import MatchRefusal, MatchWish

ONLY_MEMBERS = _("Common interests are looked for among members of the forum.")


class MatchWishPolicy(Policy[MatchWish]):
    """Each person's own. Others meet it only as a match, which the query answers for."""

    model = MatchWish
    closed_to_superusers = True

    def audience(self, wish: MatchWish) -> frozenset[str]:
        return frozenset({f"user:{wish.pk}"})

    def visible_to(self, actor: Actor, wishes: QuerySet[MatchWish]) -> QuerySet[MatchWish]:
        return wishes.filter(pk__in=map(int, actor.keys("user")))

    def create(self, actor: Actor, model: type[MatchWish]) -> Decision:
        """Taking part, and with it opening the page."""
        return allowed() if actor.has("members") else denied(ONLY_MEMBERS)

    def end(self, actor: Actor, wish: MatchWish) -> Decision:
        return allowed()


class MatchRefusalPolicy(Policy[MatchRefusal]):
    """Each person's own."""

    model = MatchRefusal
    closed_to_superusers = True

    def audience(self, refusal: MatchRefusal) -> frozenset[str]:
        return frozenset({f"user:{refusal.person_id}"})

    def visible_to(self, actor: Actor, refusals: QuerySet[MatchRefusal]) -> QuerySet[MatchRefusal]:
        return refusals.filter(person__in=map(int, actor.keys("user")))
