from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from plugins.api.facts import Fact
from plugins.api.plugin import Plugin

MEND_EVERY = timedelta(minutes=5)


class SearchPlugin(Plugin):
    """One search over everything that packages bring."""

    name = "search"
    label = "search"
    title = _("Search")
    is_core = True

    def ready(self) -> None:
        from search import signals  # noqa: F401  (connects)

    def extensions(self) -> Iterator[Any]:
        from search import (
            alerts,
            demo,
            demo_tuning,
            health,
            indexing,
            names_in_questions,
            personal_data,
            policies,
            remains,
            saved_policy,
            schedules,
        )
        from search.models import SavedSearch, SearchReport, UnansweredSearch

        yield slots.PolicyRecord(policies.SynonymPolicy())
        yield slots.PolicyRecord(policies.PlacementPolicy())
        yield slots.PolicyRecord(policies.WeightsPolicy())
        yield slots.PolicyRecord(policies.UnansweredPolicy())
        yield slots.PolicyRecord(saved_policy.SavedSearchPolicy())

        yield slots.Remains("search.placements", _("Placed results"), remains.placements_of)
        yield slots.UrlMount("", "search.urls")
        yield slots.RestMount("", "search.rest_urls")
        yield from self._engines()
        yield slots.TaskSchedule("search.mend", MEND_EVERY, indexing.rebuild_if_needed)
        yield slots.HealthCheck("search", health.problem)
        yield slots.HealthCheck("search engines", health.notice, is_vital=False)

        yield slots.TaskSchedule("search.forget_searches_in_vain", timedelta(days=1), schedules.forget_searches_in_vain)
        yield slots.PersonalData(
            title=_("Searches without an answer"),
            models=(UnansweredSearch, SearchReport),
            hand_out=names_in_questions.hand_out,
            erase=names_in_questions.erase,
            text=_(
                "Questions that found nothing, and reports about them, are kept for twelve months without you; of your "
                "county only that there was one. Here stand those that name you. Editors and the programme office see "
                "them."
            ),
        )
        yield slots.DemoData(order=50, load=demo_tuning.load)
        yield slots.PersonalData(
            title=_("Saved searches"),
            models=(SavedSearch,),
            hand_out=personal_data.hand_out,
            erase=personal_data.erase,
            text=_("Questions that you saved, with their names and alerts. Only you see them."),
        )
        yield slots.AccountPage(
            _("Saved searches"), _("Questions that you ask again and again."), "saved_searches", 46, "bookmark"
        )
        yield slots.DemoData(order=51, load=demo.load)
        yield alerts.kind()
        yield slots.TaskSchedule("search.look_for_new_results", timedelta(hours=1), schedules.look_for_new_results)

    def _engines(self) -> Iterator[Any]:
        """Each engine hears every fact: which ones matter is known only when all sources are plugged in."""
        from search import consistency, indexing
        from search.engines import ELASTIC, EMBEDDED, engines
        from search.telling import CLUSTER_LISTENER

        if EMBEDDED in engines():
            yield slots.FactListener("search.index", (Fact,), indexing.hear)
            yield slots.ConsistencyCheck("search index", consistency.differences, consistency.repair)
        if ELASTIC in engines():
            yield slots.FactListener(CLUSTER_LISTENER, (Fact,), indexing.hear_for_cluster)
            yield slots.ConsistencyCheck(
                "search index in Elasticsearch",
                partial(consistency.differences, ELASTIC),
                partial(consistency.repair, ELASTIC),
            )
