"""The engines behind `search.engine.SearchEngine`; all pass the same suite, tests/search/engines/."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from search.engine import Answering, SearchEngine

EMBEDDED, ELASTIC = "embedded", "elastic"


def engine() -> Answering:
    """Who answers people: the cluster, where there is one, and the embedded engine while that is away."""
    found = engines()
    if len(found) == 1:
        return next(iter(found.values()))
    from search.engines.standing_in import WithStandIn
    from search.telling import is_behind

    return WithStandIn(found[ELASTIC], found[EMBEDDED], is_behind)


def engines() -> dict[str, SearchEngine]:
    """All engines that are kept filled, by name."""
    if not settings.ELASTICSEARCH_URLS:
        return {EMBEDDED: _embedded(settings.SEARCH_INDEX_DIR)}
    elastic = _elastic(tuple(settings.ELASTICSEARCH_URLS), settings.ELASTICSEARCH_INDEX)
    if not settings.ELASTICSEARCH_FALLBACK:
        return {ELASTIC: elastic}
    return {ELASTIC: elastic, EMBEDDED: _embedded(settings.SEARCH_INDEX_DIR)}


@lru_cache(maxsize=8)
def _embedded(folder: Path) -> SearchEngine:
    from search.engines.embedded import EmbeddedEngine

    return EmbeddedEngine(folder)


@lru_cache(maxsize=8)
def _elastic(addresses: tuple[str, ...], prefix: str) -> SearchEngine:
    from search.engines.elastic import ElasticEngine

    return ElasticEngine(addresses, prefix)
