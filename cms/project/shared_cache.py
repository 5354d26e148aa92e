"""The cache that processes share. While Redis is away each counts and keeps for itself, so that pages go on."""

from __future__ import annotations

import logging
import time
from typing import Any

from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache
from redis import RedisError

logger = logging.getLogger(__name__)

PAUSE = 5.0
"""Seconds before Redis is tried again; until then nobody waits for it."""

ASKED = ("add", "get", "set", "touch", "delete", "get_many", "set_many", "delete_many", "has_key", "incr", "clear")


class SharedCache(RedisCache):
    """Redis, or this process where Redis does not answer: limits still hold, only for each process apart."""

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self._alone = LocMemCache("while Redis is away", {**params, "OPTIONS": {"MAX_ENTRIES": 20_000}})
        self._away_until = 0.0

    def _ask(self, name: str, *args: Any, **kwargs: Any) -> Any:
        if time.monotonic() >= self._away_until:
            try:
                return getattr(RedisCache, name)(self, *args, **kwargs)
            except RedisError as error:
                self._away_until = time.monotonic() + PAUSE
                logger.warning("Redis is away; this process keeps its cache for itself: %r", error)
        return getattr(self._alone, name)(*args, **kwargs)


def _asking(name: str) -> Any:
    def method(self: SharedCache, *args: Any, **kwargs: Any) -> Any:
        return self._ask(name, *args, **kwargs)

    return method


for _name in ASKED:
    setattr(SharedCache, _name, _asking(_name))
