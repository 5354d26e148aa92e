"""Who decides about the search: editors and office."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _

from plugins.api.access import Actor, Decision, Policy, allowed, denied
from search.models import Placement, Synonym

KEEPERS = frozenset({"editors", "office"})
M = TypeVar("M", bound=Model)


class TuningPolicy(Policy[M]):
    """What is decided shows in what everybody finds; the decisions themselves are for those who make them."""

    def audience(self, decision: M) -> frozenset[str]:
        return KEEPERS

    def visible_to(self, actor: Actor, decisions: QuerySet[M]) -> QuerySet[M]:
        return decisions if actor.has(*KEEPERS) else decisions.none()

    def create(self, actor: Actor, model: type[M]) -> Decision:
        return self._keepers_only(actor)

    def edit(self, actor: Actor, decision: M) -> Decision:
        return self._keepers_only(actor)

    def delete(self, actor: Actor, decision: M) -> Decision:
        return self._keepers_only(actor)

    def _keepers_only(self, actor: Actor) -> Decision:
        if actor.has(*KEEPERS):
            return allowed()
        return denied(_("Only editors and the programme office can do this."))


class SynonymPolicy(TuningPolicy[Synonym]):
    model = Synonym


class PlacementPolicy(TuningPolicy[Placement]):
    model = Placement
