"""Who decides about the search, and reads what was searched in vain: editors and office."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _

from plugins.api.access import Actor, Decision, Policy, allowed, denied
from search.models import Placement, SearchReport, SearchWeights, Synonym, UnansweredSearch

KEEPERS = frozenset({"editors", "office"})
M = TypeVar("M", bound=Model)


def keepers_only(actor: Actor) -> Decision:
    """Editors, office and superusers; everybody else hears why not."""
    if actor.has(*KEEPERS):
        return allowed()
    return denied(_("Only editors and the programme office can do this."))


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
        return keepers_only(actor)


class SynonymPolicy(TuningPolicy[Synonym]):
    model = Synonym


class PlacementPolicy(TuningPolicy[Placement]):
    model = Placement


class WeightsPolicy(TuningPolicy[SearchWeights]):
    model = SearchWeights


class UnansweredPolicy(Policy[UnansweredSearch]):
    """Everybody says whether a search helped; what was searched in vain is read and resolved by editors and office."""

    model = UnansweredSearch
    covers = (SearchReport,)

    def audience(self, search: UnansweredSearch) -> frozenset[str]:
        return KEEPERS

    def visible_to(self, actor: Actor, searches: QuerySet[UnansweredSearch]) -> QuerySet[UnansweredSearch]:
        return searches if actor.has(*KEEPERS) else searches.none()

    def record(self, actor: Actor, model: type[UnansweredSearch]) -> Decision:
        return denied(_("Searches are recorded by the search itself."))

    def answer(self, actor: Actor, model: type[UnansweredSearch]) -> Decision:
        return allowed()

    def resolve(self, actor: Actor, search: UnansweredSearch) -> Decision:
        return keepers_only(actor)

    def look_through(self, actor: Actor, model: type[UnansweredSearch]) -> Decision:
        """Opening the list."""
        return keepers_only(actor)
