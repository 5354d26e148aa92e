"""What is known about the indexes of an installation: one document, changed only by who has the turn to write."""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass, fields
from typing import Any

from search.engines.elastic.cluster import READING, WRITING, Cluster
from search.engines.elastic.names import IndexPair, Names

_ID = "state"
_SETTINGS = {"number_of_shards": 1, "auto_expand_replicas": "0-1"}
BUILDING = 120.0
"""Seconds without a sign of life after which a rebuild counts as killed."""


@dataclass(frozen=True, slots=True)
class State:
    """`unsettled`: somebody began to change what everybody may read, and nobody has said that it was done."""

    public_generation: int = 0
    unsettled: bool = False
    version: str = ""
    is_complete: bool = False
    building: int = 0  # number of the pair that a rebuild is filling
    building_until: float = 0.0

    @classmethod
    def of(cls, stored: dict[str, Any]) -> State:
        """What another version of the software stored besides is passed over."""
        return cls(**{one.name: stored[one.name] for one in fields(cls) if one.name in stored})

    @property
    def next_generation(self) -> int:
        """Larger than any before, those of former indexes included."""
        return max(self.public_generation + 1, time.time_ns() // 1_000_000)

    def alive_building(self, names: Names) -> IndexPair | None:
        """The pair of a rebuild that is going on."""
        return names.numbered(self.building) if self.building and self.building_until > time.time() else None


class StateKeeper:
    """Reads and writes the state."""

    def __init__(self, cluster: Cluster, names: Names) -> None:
        self._cluster, self._names = cluster, names
        self._is_made = False

    def make(self) -> None:
        """The index of the state, unless it is there; asked for once in a process."""
        if self._is_made:
            return
        with self._cluster.client(passing_over=(400,)) as client:
            client.indices.create(index=self._names.state, settings=_SETTINGS, mappings={"dynamic": False})
        self._is_made = True

    def read(self, *, seconds: float = WRITING) -> State:
        """As it was written last; the beginning when nobody has written any."""
        with self._cluster.client(seconds, passing_over=(404,)) as client:
            found = client.get(index=self._names.state, id=_ID)
        return State.of(found["_source"]) if found.get("found") else State()

    def public_generation(self) -> int:
        """For readers, who do not wait long."""
        return self.read(seconds=READING).public_generation

    def write(self, state: State) -> State:
        """Only while it is one's turn."""
        with self._cluster.client() as client:
            client.index(index=self._names.state, id=_ID, document=asdict(state))
        return state
