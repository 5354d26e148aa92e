"""Whose turn it is to write: a document in the cluster, because writers may live on several machines."""

from __future__ import annotations

import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from elasticsearch import ConflictError, Elasticsearch, NotFoundError

from search.engine import EngineUnavailable
from search.engines.elastic.cluster import Cluster
from search.engines.elastic.names import Names

TURN = 60.0
"""Seconds after which a turn ends by itself: whoever had it was killed. Clocks of machines agree to a second."""
PATIENCE = 90.0
_LOOK_EVERY = 0.05
_ID = "turn"


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
            mine = self._take() if not self._depth else ""
            self._depth += 1
            try:
                yield
            finally:
                self._depth -= 1
                if mine:
                    self._give_back(mine)

    def _take(self) -> str:
        mine, end = uuid.uuid4().hex, time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with self._cluster.client() as client:
                if self._try(client, mine):
                    return mine
            time.sleep(_LOOK_EVERY)
        raise EngineUnavailable("Somebody else has been writing to the search index for too long.")

    def _try(self, client: Elasticsearch, mine: str) -> bool:
        """Free, or held by somebody whose time is over."""
        index, turn = self._names.state, {"holder": mine, "until": time.time() + TURN}
        try:
            client.create(index=index, id=_ID, document=turn)
        except ConflictError:
            return self._take_over(client, turn)
        return True

    def _take_over(self, client: Elasticsearch, turn: dict[str, object]) -> bool:
        index = self._names.state
        try:
            held = client.get(index=index, id=_ID)
            if held["_source"]["until"] > time.time():
                return False
            number, term = held["_seq_no"], held["_primary_term"]
            client.index(index=index, id=_ID, document=turn, if_seq_no=number, if_primary_term=term)
        except (NotFoundError, ConflictError):
            return False
        return True

    def _give_back(self, mine: str) -> None:
        """What cannot be given back ends by itself."""
        try:
            with self._cluster.client() as client:
                held = client.options(ignore_status=404).get(index=self._names.state, id=_ID)
                if held.get("found") and held["_source"]["holder"] == mine:
                    client.delete(index=self._names.state, id=_ID)
        except EngineUnavailable:
            return
