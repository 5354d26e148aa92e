"""The engine for several machines: two indexes in Elasticsearch behind aliases. Only here its client is known."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice

from plugins.api.searching import SearchDocument
from search.asking import Asked, ask
from search.engine import (
    EngineUnavailable,
    Explanation,
    Hit,
    SearchQuery,
    SearchResult,
    Stored,
    Suggestion,
    Thing,
)
from search.engines.elastic import listing, reading, suggesting
from search.engines.elastic.building import ElasticRebuild
from search.engines.elastic.cluster import READING, Cluster
from search.engines.elastic.names import Names
from search.engines.elastic.schema import VERSION
from search.engines.elastic.scoring import documents_of
from search.engines.elastic.state import StateKeeper
from search.engines.elastic.turns import Turns
from search.engines.elastic.views import View
from search.engines.elastic.vocabulary import PublicCounts, ViewVocabulary
from search.engines.elastic.writing import Writer
from search.relating import ENOUGH, question_about

__all__ = ["ElasticEngine"]

BATCH = 100  # documents in one turn


class ElasticEngine:
    """Documents in a cluster. Every method raises EngineUnavailable when it does not answer."""

    name = "elastic"

    def __init__(self, addresses: Sequence[str], prefix: str) -> None:
        self._cluster, self._names = Cluster(addresses), Names(prefix)
        self._states = StateKeeper(self._cluster, self._names)
        self._turns = Turns(self._cluster, self._names)
        self._public = PublicCounts(None)
        self._writer = Writer(self._cluster, self._names, self._states)

    def index(self, documents: Iterable[SearchDocument]) -> None:
        """Put documents in; one with a known key replaces what was there."""
        remaining = iter(documents)
        while batch := list(islice(remaining, BATCH)):
            with self.writing():
                self._writer.put(batch)

    def delete(self, keys: Collection[str]) -> None:
        """Forget these documents."""
        with self.writing():
            self._writer.remove(keys)

    def replace(self, type: str, object_ids: Collection[int], documents: Iterable[SearchDocument]) -> None:
        """The objects have exactly these documents, which may be none."""
        arrived = list(documents)
        with self.writing():
            self._writer.replace(type, object_ids, arrived)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Nobody else writes meanwhile."""
        self._states.make()
        with self._turns.turn():
            yield

    @contextmanager
    def rebuild(self) -> Iterator[ElasticRebuild]:
        """Build anew beside the indexes that answer, and put them in their place at the end."""
        self._states.make()
        with ElasticRebuild(self._cluster, self._names, self._states, self._turns).going_on() as rebuild:
            yield rebuild

    def search(self, query: SearchQuery) -> SearchResult:
        """The answer for these principals."""
        vocabulary, asked = self._understood(query)
        return reading.answer(self._cluster, vocabulary, query, asked)

    def explain(self, query: SearchQuery) -> Explanation:
        """The same answer with what led to it."""
        vocabulary, asked = self._understood(query)
        result = reading.answer(self._cluster, vocabulary, query, asked)
        shares = reading.shares(self._cluster, vocabulary, query, asked, [hit.key for hit in result.hits])
        documents = {term: count.in_view for term, count in vocabulary.count(asked.weights).items()}
        return Explanation(asked, documents, result, shares)

    def related(self, thing: Thing, *, principals: frozenset[str], limit: int = 4) -> list[Hit]:
        """Other documents of the same type that are about the same, for these principals."""
        view = View.of(self._names, principals)
        wanted = {"query": view.of_those(documents_of(thing)), "size": 1, "_source": ["title", "text"]}
        (answer,) = self._cluster.ask((view.index, wanted))
        if not answer["hits"]["hits"]:
            return []
        source = answer["hits"]["hits"][0]["_source"]
        about = question_about(source["title"], source["text"], thing.type)
        hits = self.search(replace(about, principals=principals, limit=limit + 1)).hits
        return [hit for hit in hits if hit.object_id != thing.object_id and hit.score >= ENOUGH][:limit]

    def suggest(self, text: str, *, principals: frozenset[str], limit: int = 8) -> list[Suggestion]:
        """How `text` may go on, for these principals."""
        return suggesting.suggest(self._cluster, View.of(self._names, principals), text, limit)

    def fingerprints(self) -> Iterator[Stored]:
        """Every document, by key; one that lies only half in the indexes has a fingerprint that fits none."""
        return listing.fingerprints(self._cluster, self._names.answering)

    def public_generation(self) -> int:
        """A number that grows whenever something that everybody may read has changed."""
        return self._states.public_generation()

    def health(self) -> str | None:
        """None when all is well, else a sentence for the operator."""
        try:
            state = self._states.read(seconds=READING)
            pair = self._names.answering
            self._cluster.ask((pair.everything, {"size": 0}), (pair.public, {"size": 0}))
        except EngineUnavailable as error:
            return f"{error} If it does not come back by itself, run “manage.py rebuild_index --engine elastic”."
        if not state.is_complete:
            return "The search index has not been built yet. Run “manage.py rebuild_index --engine elastic”."
        if state.version != VERSION:
            return (
                "The search index was built by another version of the software."
                " Run “manage.py rebuild_index --engine elastic”."
            )
        return None

    def close(self) -> None:
        """Close all connections."""
        self._cluster.close()

    def _understood(self, query: SearchQuery) -> tuple[ViewVocabulary, Asked]:
        public = PublicCounts(None)
        if query.generation is not None:
            public = self._public = self._public.at(query.generation)
        vocabulary = ViewVocabulary(self._cluster, self._names, query.principals, public)
        return vocabulary, ask(query, vocabulary)
