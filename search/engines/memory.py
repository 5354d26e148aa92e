"""What was read of an index, remembered within a bound."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Memory(Generic[K, V]):
    """What one generation of an index says: whoever keeps it throws it away with the generation.

    It holds `most` in all, by what `size_of` says of each; when it is full, it begins anew. Several threads may use it:
    what they read in the same generation is the same.
    """

    def __init__(self, most: int, size_of: Callable[[V], int]) -> None:
        self._most, self._size_of = most, size_of
        self._kept: dict[K, V] = {}
        self._size = 0

    def of(self, wanted: Collection[K], read: Callable[[list[K]], dict[K, V]]) -> dict[K, V]:
        """All that is wanted; `read` is asked for what is not remembered yet."""
        kept = self._kept
        found = {key: kept[key] for key in wanted if key in kept}
        if new := [key for key in wanted if key not in found]:
            fresh = read(new)
            self._keep(fresh)
            found |= fresh
        return found

    def _keep(self, fresh: dict[K, V]) -> None:
        if self._size > self._most:
            self._kept, self._size = {}, 0
        self._kept.update(fresh)
        self._size += sum(self._size_of(one) for one in fresh.values())
