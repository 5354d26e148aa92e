"""The engines behind `search.engine.SearchEngine`; all pass the same suite, tests/search/engines/."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from search.engine import SearchEngine


def engine() -> SearchEngine:
    """The engine that this installation uses."""
    return _embedded(Path(settings.SEARCH_INDEX_DIR))


@lru_cache(maxsize=8)
def _embedded(folder: Path) -> SearchEngine:
    from search.engines.embedded import EmbeddedEngine

    return EmbeddedEngine(folder)
