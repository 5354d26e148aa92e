"""A new pair of indexes, filled beside the one that answers."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from itertools import islice

from plugins.api.searching import SearchDocument
from search.engine import EngineUnavailable, RebuildRunning
from search.engines.elastic import writing
from search.engines.elastic.cluster import Cluster
from search.engines.elastic.names import IndexPair, Names
from search.engines.elastic.schema import VERSION
from search.engines.elastic.state import BUILDING, StateKeeper
from search.engines.elastic.storing import stored
from search.engines.elastic.turns import Turns

BATCH = 200  # documents in one turn; others may write in between


class ElasticRebuild:
    """The pair in the making."""

    def __init__(self, cluster: Cluster, names: Names, states: StateKeeper, turns: Turns) -> None:
        self._cluster, self._names, self._states, self._turns = cluster, names, states, turns
        self._number = 0

    @property
    def _pair(self) -> IndexPair:
        return self._names.numbered(self._number)

    @contextmanager
    def going_on(self) -> Iterator[ElasticRebuild]:
        """From the first empty index to the swap; an exception leaves everything as it was."""
        with self._turns.turn():
            self._begin()
        try:
            yield self
            with self._turns.turn():
                self._finish()
        except BaseException:
            with suppress(EngineUnavailable), self._turns.turn():
                self._abandon()
            raise

    def add(self, documents: Iterable[SearchDocument]) -> None:
        """Put documents in, unless a newer state of them has arrived since the rebuild began."""
        remaining = iter(documents)
        while batch := list(islice(remaining, BATCH)):
            fields = [stored(document) for document in batch]  # takes long, so before it is one's turn
            with self._turns.turn():
                self._sign_of_life()
                newer = self._touched(batch)
                writing.run(
                    self._cluster,
                    (
                        {"_op_type": "create", "_index": index, "_id": one["key"], "_source": one}
                        for document, one in zip(batch, fields, strict=True)
                        if newer.isdisjoint(_marks(document))
                        for index in (
                            (self._pair.everything, self._pair.public) if one["is_public"] else (self._pair.everything,)
                        )
                    ),
                )

    def _begin(self) -> None:
        state = self._states.read()
        if state.alive_building(self._names):
            raise RebuildRunning("The search index is being rebuilt already.")
        self._number = state.next_generation
        writing.create(self._cluster, self._pair, refresh_interval="-1")
        with self._cluster.client() as client:
            client.indices.create(
                index=self._pair.touched,
                settings={"number_of_shards": 1, "auto_expand_replicas": "0-1"},
                mappings={"dynamic": False},
            )
        until = time.time() + BUILDING
        self._states.write(replace(state, building=self._number, building_until=until))

    def _sign_of_life(self) -> None:
        state = self._states.read()
        if state.building != self._number:
            raise EngineUnavailable("The rebuild was silent for so long that somebody else began another one.")
        self._states.write(replace(state, building_until=time.time() + BUILDING))

    def _touched(self, documents: Iterable[SearchDocument]) -> set[str]:
        marks = {mark for document in documents for mark in _marks(document)}
        with self._cluster.client() as client:
            found = client.mget(index=self._pair.touched, ids=sorted(marks), source=False)
        return {one["_id"] for one in found["docs"] if one.get("found")}

    def _finish(self) -> None:
        self._sign_of_life()
        with self._cluster.client() as client:
            client.indices.put_settings(index=self._pair.both, settings={"index.refresh_interval": None})
            client.indices.refresh(index=self._pair.both)
        before = writing.put_in_place(self._cluster, self._names, self._pair)
        writing.discard(self._cluster, self._names, kept={self._pair.public, self._pair.everything, *before})
        state = self._states.read()
        self._states.write(
            replace(
                state,
                public_generation=state.next_generation,
                unsettled=False,
                version=VERSION,
                is_complete=True,
                building=0,
            )
        )

    def _abandon(self) -> None:
        state = self._states.read()
        if state.building == self._number:
            self._states.write(replace(state, building=0))
        with self._cluster.client(passing_over=(404,)) as client:
            for name in self._pair.all:
                client.indices.delete(index=name)


def _marks(document: SearchDocument) -> tuple[str, str]:
    return writing.key_mark(document.key), writing.object_mark(document.type, document.object_id)
