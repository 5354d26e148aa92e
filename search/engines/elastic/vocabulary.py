"""The words of what a reader may see, and how many documents have them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from search.engines.elastic.cluster import Answer, Cluster
from search.engines.elastic.names import Names
from search.engines.elastic.repairing import ViewSpellings
from search.engines.elastic.views import View
from search.engines.memory import Memory
from search.repairing import repaired, repaired_compound


@dataclass(frozen=True, slots=True)
class Count:
    """In how many documents a term stands: of the view, and of the index that is asked, whose statistics rank."""

    in_view: int
    in_index: int


MOST_REMEMBERED = 50_000  # words, some 10 MB


class PublicCounts:
    """What is known of the words of the public index at one generation: questions share most words with others."""

    def __init__(self, generation: int | None) -> None:
        self.generation = generation
        self.words: Memory[str, Count] = Memory(MOST_REMEMBERED, lambda count: 1)
        self.documents: int | None = None  # until something was counted

    def at(self, generation: int) -> PublicCounts:
        """These, if they still hold; otherwise nothing is known yet."""
        return self if generation == self.generation else PublicCounts(generation)


class ViewVocabulary:
    """The words of one reader, and in which index her question is asked.

    Who sees no more than visitors do asks the public index, so that nothing hidden moves the order of what she finds.
    Which index it is, is known after the first turn with the cluster, which counts in both.
    """

    def __init__(self, cluster: Cluster, names: Names, principals: frozenset[str], public: PublicCounts) -> None:
        self._cluster, self._names = cluster, names
        self.view = View.of(names, principals)
        self._is_decided = self.view.index == names.answering.public
        self._known = public if self._is_decided else PublicCounts(None)
        self._documents = self.documents_in_index = self._known.documents or 0

    @property
    def documents(self) -> int:
        return self._documents

    def known(self, terms: Collection[str]) -> frozenset[str]:
        counts = self.count(terms)
        return frozenset(term for term in terms if counts[term].in_view)

    def frequent(self, terms: Collection[str], most: float) -> set[str]:
        return {term for term, count in self.count(terms).items() if count.in_view > most}

    def repaired(self, word: str) -> str | None:
        spellings = ViewSpellings(self._cluster, self.view)
        return repaired(spellings, word) or repaired_compound(spellings, word)

    def count(self, terms: Collection[str]) -> dict[str, Count]:
        """In how many documents each of the terms stands."""
        counts = self._known.words.of(terms, self._counted)
        if self._known.documents is None:
            self._counted([])
        return counts

    def _counted(self, terms: list[str]) -> dict[str, Count]:
        """One turn with the cluster, which also says how many documents there are."""
        views = [self.view] if self._is_decided else [self.view, self.view.in_public_index(self._names)]
        answers = self._cluster.ask(*((view.index, _counting(view, terms)) for view in views))
        view, answer = views[0], answers[0]
        if len(views) > 1 and not answer["aggregations"]["hidden"]["doc_count"]:
            view, answer = views[1], answers[1]
        self.view, self._is_decided = view, True
        return self._taken_in(terms, answer)

    def _taken_in(self, terms: list[str], answer: Answer) -> dict[str, Count]:
        here = answer.get("aggregations", {})
        there = here.get("index", here)  # who sees a whole index has both counts in one
        self._known.documents = self._documents = answer["hits"]["total"]["value"]
        self.documents_in_index = there.get("doc_count", self._documents)
        in_view, in_index = _buckets(here), _buckets(there)
        counted = zip(terms, in_view, in_index, strict=True)
        return {term: Count(seen["doc_count"], stored["doc_count"]) for term, seen, stored in counted}


def _counting(view: View, terms: list[str]) -> Answer:
    body: dict[str, Any] = {"size": 0, "track_total_hits": True, "query": view.of_those()}
    counted: dict[str, Any] = {}
    if terms:
        counted["terms"] = {"filters": {"filters": [{"term": {"words": term}} for term in terms]}}
    if not view.conditions:
        return {**body, "aggs": counted}
    whole = {"global": {}, **({"aggs": counted} if counted else {})}
    return {**body, "aggs": {**counted, "index": whole, "hidden": {"filter": {"term": {"is_public": False}}}}}


def _buckets(aggregations: Answer) -> list[Answer]:
    found: list[Answer] = aggregations.get("terms", {}).get("buckets", [])
    return found
