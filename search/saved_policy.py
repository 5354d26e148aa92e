"""Who sees saved searches: whoever saved them, nobody else."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from plugins.api.access import Actor, Decision, Policy, allowed, denied
from search.models import SavedSearch


class SavedSearchPolicy(Policy[SavedSearch]):
    """What somebody looks for tells a lot about them: not even superusers read it."""

    model = SavedSearch
    closed_to_superusers = True

    def audience(self, search: SavedSearch) -> frozenset[str]:
        return frozenset({f"user:{search.owner_id}"})

    def visible_to(self, actor: Actor, searches: QuerySet[SavedSearch]) -> QuerySet[SavedSearch]:
        return searches.filter(owner__in=map(int, actor.keys("user")))

    def create(self, actor: Actor, model: type[SavedSearch]) -> Decision:
        if actor.user is None:
            return denied(_("Sign in to save a search."))
        if SavedSearch.objects.filter(owner=actor.user).count() >= SavedSearch.MOST:
            return denied(_("You have saved as many searches as one person can. Delete one that you no longer need."))
        return allowed()

    def rename(self, actor: Actor, search: SavedSearch) -> Decision:
        return allowed()

    def choose_alert(self, actor: Actor, search: SavedSearch) -> Decision:
        return allowed()

    def forget(self, actor: Actor, search: SavedSearch) -> Decision:
        return allowed()
