"""Whose turn it is to write: a document in the cluster, because writers may live on several machines."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from elasticsearch import ConflictError, Elasticsearch, NotFoundError

from search.engine import EngineUnavailable
from search.engines.elastic.cluster import Cluster
from search.engines.elastic.names import Names

TURN = 60.0
"""Seconds after which a turn ends by itself: whoever had it was killed. Clocks of machines agree to a second."""
PATIENCE = 90.0
_LOOK_EVERY = 0.05
_ID = "turn"


@dataclass(frozen=True)
class Ticket:
    """Which state of the document is mine: Elasticsearch changes it only while it is still that one."""

    if_seq_no: int
    if_primary_term: int

    @classmethod
    def of(cls, answer: Any) -> Ticket:
        return cls(answer["_seq_no"], answer["_primary_term"])


class Turns:
    """One writer at a time, in all processes; a thread that has the turn may take it again."""

    def __init__(self, cluster: Cluster, names: Names) -> None:
        self._cluster, self._names = cluster, names
        self._threads = threading.RLock()
        self._depth = 0

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Nobody else writes meanwhile."""
        with self._threads:
            mine = None if self._depth else self._take()
            self._depth += 1
            try:
                yield
            finally:
                self._depth -= 1
                if mine:
                    self._give_back(mine)

    def _take(self) -> Ticket:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with self._cluster.client() as client:
                if mine := self._try(client):
                    return mine
            time.sleep(_LOOK_EVERY)
        raise EngineUnavailable("Somebody else has been writing to the search index for too long.")

    def _try(self, client: Elasticsearch) -> Ticket | None:
        """Free, or held by somebody whose time is over."""
        try:
            made = client.create(index=self._names.state, id=_ID, document={"until": time.time() + TURN})
        except ConflictError:
            return self._take_over(client)
        return Ticket.of(made)

    def _take_over(self, client: Elasticsearch) -> Ticket | None:
        try:
            held = client.get(index=self._names.state, id=_ID)
            if held["_source"]["until"] > time.time():
                return None
            now_mine = {"until": time.time() + TURN}
            return Ticket.of(client.index(index=self._names.state, id=_ID, document=now_mine, **vars(Ticket.of(held))))
        except (NotFoundError, ConflictError):
            return None

    def _give_back(self, mine: Ticket) -> None:
        """What cannot be given back ends by itself; somebody else may have it by now."""
        with suppress(EngineUnavailable), self._cluster.client(passing_over=(404, 409)) as client:
            client.delete(index=self._names.state, id=_ID, **vars(mine))
