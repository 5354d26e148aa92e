"""How words are spelt in what a reader may see, for repairing a misspelt one and completing a begun one."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from search.analysis.folding import fold
from search.engines.elastic.cluster import Cluster
from search.engines.elastic.views import Clause, View
from search.spelling import LONGEST_ENDING, ends, without_ending

MOST_FORMS = 10_000
"""Of one beginning; the most frequent ones, should there be more."""


class ViewSpellings:
    """`search.repairing.Spellings` of a view; forms are "folded word written", as they lie in the index."""

    def __init__(self, cluster: Cluster, view: View) -> None:
        self._cluster, self._view = cluster, view
        self._documents: dict[str, int] = {}

    def similar(self, folded: str, slips: int) -> Iterator[tuple[str, str]]:
        """Forms that begin or end like the misspelt word and have nearly its letters."""
        start, end = ends(folded, slips)
        least, most = len(folded) - slips, len(folded) + slips
        wanted = {"forms": _beginning(start, least, most)}
        if end:
            wanted["forms_backwards"] = _beginning(end[::-1], least, most)
        for form, count in self._counted(wanted):
            self._documents[form] = count
            yield form, fold(form.split(" ")[1])

    def similar_beginning(self, folded: str, slips: int) -> Iterator[tuple[str, str]]:
        """Forms that begin like the misspelt word, whatever their ending."""
        start, _end = ends(without_ending(folded), slips)
        most = slips + LONGEST_ENDING
        for form, count in self._counted({"forms": _beginning(start, len(folded) - most, len(folded) + most)}):
            self._documents[form] = count
            yield form, form.split(" ")[0]

    def documents_with(self, forms: Collection[str]) -> list[tuple[str, str, int]]:
        """Of forms that were found here: each stands in the view, as only those are found."""
        return [(form, form.split(" ")[2], self._documents[form]) for form in forms]

    def standing_in(self, folded: Collection[str]) -> set[str]:
        """Those of these spellings that stand in the view."""
        wanted = sorted(folded)
        aggregation = {"terms": {"field": "folded", "include": wanted, "size": max(len(wanted), 1)}}
        buckets = self._ask({"folded": aggregation}, {"terms": {"folded": wanted}})["folded"]["buckets"]
        return {bucket["key"] for bucket in buckets}

    def words_beginning(self, folded: str) -> list[tuple[str, str, int]]:
        """Words whose folded spelling begins so: word, as written, in how many documents."""
        forms = self._counted({"forms": f"{folded}.*"})
        return [(*form.split(" ")[1:3], count) for form, count in forms]  # type: ignore[misc]

    def _counted(self, patterns: dict[str, str]) -> list[tuple[str, int]]:
        """Forms by field and pattern, with the number of documents of the view that have them."""
        aggregations = {
            field: {"terms": {"field": field, "include": pattern, "size": MOST_FORMS}}
            for field, pattern in patterns.items()
        }
        answer = self._ask(aggregations, *(_has_one_of(field, pattern) for field, pattern in patterns.items()))
        return [(bucket["key"], bucket["doc_count"]) for field in patterns for bucket in answer[field]["buckets"]]

    def _ask(self, aggregations: Clause, *any_of: Clause) -> Clause:
        some = {"bool": {"should": list(any_of)}}
        body = {"size": 0, "track_total_hits": False, "query": self._view.of_those(some), "aggs": aggregations}
        (answer,) = self._cluster.ask((self._view.index, body))
        found: Clause = answer["aggregations"]
        return found


def _beginning(start: str, least: int, most: int) -> str:
    """Spellings with this beginning and so many letters, as a pattern. Words are made of letters and digits only."""
    return f"{start}[^ ]{{{max(least - len(start), 0)},{max(most - len(start), 0)}}} .*"


def _has_one_of(field: str, pattern: str) -> Clause:
    return {"regexp": {field: {"value": pattern}}}
