"""Every document of both indexes, one after the other, to compare them with the database."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import merge
from itertools import groupby
from typing import NamedTuple

from search.engine import Stored
from search.engines.elastic.cluster import Answer, Cluster
from search.engines.elastic.names import IndexPair

AT_ONCE = 1000
HALF_STORED = ""
"""Fingerprint of a document that does not lie in the same way in both indexes; none that is whole has it."""


class Line(NamedTuple):
    """A document in one of the indexes."""

    key: str
    is_public: bool
    stored: Stored


def fingerprints(cluster: Cluster, pair: IndexPair) -> Iterator[Stored]:
    """By key. What visitors find, and what everybody else finds, must be the same state of a document."""
    lines = merge(_lines(cluster, pair.everything), _lines(cluster, pair.public), key=lambda line: line.key)
    for _key, group in groupby(lines, key=lambda line: line.key):
        found = list(group)
        stored = found[0].stored
        is_whole = len(found) == 1 + found[0].is_public and len({line.stored for line in found}) == 1
        yield stored if is_whole else Stored(stored.key, stored.type, stored.object_id, HALF_STORED)


def _lines(cluster: Cluster, index: str) -> Iterator[Line]:
    after: list[str] = []
    while hits := _page(cluster, index, after):
        for hit in hits:
            source = hit["_source"]
            stored = Stored(source["key"], source["type"], source["object_id"], source["fingerprint"])
            yield Line(source["key"], source["is_public"], stored)
        after = hits[-1]["sort"]


def _page(cluster: Cluster, index: str, after: list[str]) -> list[Answer]:
    body = {
        "sort": [{"key": "asc"}],
        "size": AT_ONCE,
        "track_total_hits": False,
        "_source": ["key", "type", "object_id", "fingerprint", "is_public"],
        **({"search_after": after} if after else {}),
    }
    (answer,) = cluster.ask((index, body))
    hits: list[Answer] = answer["hits"]["hits"]
    return hits
