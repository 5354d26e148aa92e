from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from plugins.api.facts import Fact
from plugins.api.plugin import Plugin


class SearchPlugin(Plugin):
    """One search over everything that packages bring."""

    name = "search"
    label = "search"
    title = _("Search")
    is_core = True

    def ready(self) -> None:
        from search import signals  # noqa: F401  (connects)

    def extensions(self) -> Iterator[Any]:
        from search import consistency, demo, indexing, personal_data, policies, saved_policy
        from search.engines import engine
        from search.models import SavedSearch

        yield slots.PolicyRecord(policies.SynonymPolicy())
        yield slots.PolicyRecord(policies.PlacementPolicy())
        yield slots.PolicyRecord(saved_policy.SavedSearchPolicy())

        yield slots.UrlMount("", "search.urls")
        yield slots.RestMount("", "search.rest_urls")
        # Every fact: which ones matter is known only when all sources are plugged in.
        yield slots.FactListener("search.index", (Fact,), indexing.hear)
        yield slots.HealthCheck("search", lambda: engine().health())
        yield slots.ConsistencyCheck("search index", consistency.differences, consistency.repair)
        yield slots.PersonalData(
            title=_("Saved searches"),
            models=(SavedSearch,),
            hand_out=personal_data.hand_out,
            erase=personal_data.erase,
            text=_("Questions that you saved, with their names. Only you see them."),
        )
        yield slots.AccountPage(
            _("Saved searches"), _("Questions that you ask again and again."), "saved_searches", 46, "bookmark"
        )
        yield slots.DemoData(order=50, load=demo.load)
