"""Who knows of rounds of interest."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from plugins.api.access import PUBLIC, Actor, Decision, Policy, denied
from plugins.membership.models import Criterion, InterestRound
from plugins.membership.policies.office import office_only


class InterestRoundPolicy(Policy[InterestRound]):
    """Everybody knows when counties can apply and by what they are read; the office sets it."""

    model = InterestRound
    covers = (Criterion,)

    def audience(self, round: InterestRound) -> frozenset[str]:
        return frozenset({PUBLIC})

    def visible_to(self, actor: Actor, rounds: QuerySet[InterestRound]) -> QuerySet[InterestRound]:
        return rounds

    def create(self, actor: Actor, model: type[InterestRound]) -> Decision:
        return office_only(actor)

    def edit(self, actor: Actor, round: InterestRound) -> Decision:
        return office_only(actor)

    def delete(self, actor: Actor, round: InterestRound) -> Decision:
        if round.applications.exists():
            return denied(_("Counties have applied in this round; it stays."))
        return office_only(actor)
