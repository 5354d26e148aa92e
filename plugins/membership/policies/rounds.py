"""Who knows of rounds of interest."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from plugins.api.access import PUBLIC, Actor, Decision, Policy, denied
from plugins.membership.models import Assessment, Criterion, InterestRound
from plugins.membership.policies.office import office_only

CRITERIA_FIXED = _("The first assessment of this round has been sent: its criteria can no longer be changed.")


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

    def change_criteria(self, actor: Actor, round: InterestRound) -> Decision:
        """All who read the applications of a round are asked the same, so nothing changes after the first answer."""
        if Assessment.objects.filter(application__round=round, sent_at__isnull=False).exists():
            return denied(CRITERIA_FIXED)
        return office_only(actor)

    def delete(self, actor: Actor, round: InterestRound) -> Decision:
        if round.applications.exists():
            return denied(_("Counties have applied in this round; it stays."))
        return office_only(actor)
