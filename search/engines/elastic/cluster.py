"""Talking to the cluster: what goes wrong becomes EngineUnavailable, and after that nobody waits for a while."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from elasticsearch import ApiError, Elasticsearch, NotFoundError, TransportError

from search.engine import EngineUnavailable

logger = logging.getLogger(__name__)

READING, WRITING = 3.0, 60.0
"""Seconds that a reader and a writer wait for an answer."""
PAUSE = 5.0
"""Seconds after a failure in which nobody is kept waiting; then one question finds out whether the cluster is back."""
_TOO_MUCH, _BROKEN = 429, 500  # HTTP status: asked too much; from here on the fault is the cluster's
_ONE_COPY = "lernnetz"
"""Always the same copy of a shard answers while it is there: copies count deleted documents differently."""

Answer = Mapping[str, Any]


class Cluster:
    """One cluster by the addresses of its nodes; when one node is silent, the client goes to the next."""

    def __init__(self, addresses: Sequence[str]) -> None:
        self._client = Elasticsearch(
            list(addresses),
            max_retries=len(addresses) - 1,
            dead_node_backoff_factor=1,
            max_dead_node_backoff=10,
        )
        self._with = cache(self._client.options)
        """The client with these options. Making one takes as long as asking the cluster a short question."""
        self._lock = threading.Lock()
        self._failure = ""
        self._paused_until = 0.0

    @contextmanager
    def client(self, seconds: float = WRITING, *, passing_over: tuple[int, ...] = ()) -> Iterator[Elasticsearch]:
        """The client for one turn with the cluster. Raises EngineUnavailable, at once while it is known to be away.

        An answer with a status of `passing_over` is no failure.
        """
        was_away = self._refuse_while_away()
        try:
            if was_away:
                self._with(request_timeout=READING).info()  # who comes with much to write does not wait long
            yield self._with(request_timeout=seconds, retry_on_timeout=seconds <= READING, ignore_status=passing_over)
        except ApiError as error:
            if error.status_code >= _BROKEN or error.status_code == _TOO_MUCH:
                self._remember(error)
            raise EngineUnavailable(_in_words(error)) from error
        except TransportError as error:
            self._remember(error)
            raise EngineUnavailable(_in_words(error)) from error
        self._failure, self._paused_until = "", 0.0

    def ask(self, *searches: tuple[str, Answer]) -> list[Answer]:
        """Several searches in one turn, each in its index; what they answer, in their order, or EngineUnavailable."""
        lines: list[Answer] = []
        for index, body in searches:
            lines += {"index": index, "preference": _ONE_COPY, "allow_partial_search_results": False}, body
        with self.client(READING) as client:
            answers: list[Answer] = client.msearch(searches=lines)["responses"]
        for answer in answers:
            if "error" in answer:
                raise EngineUnavailable(f"The search index in Elasticsearch does not answer: {_reason(answer)}.")
        return answers

    def shares(self, index: str, query: Answer, most: int) -> dict[str, dict[str, float]]:
        """By key of a document: what each named part of the query gives to its score."""
        with self.client(READING) as client:
            answer = client.search(index=index, query=query, size=most, source=False, include_named_queries_score=True)
        return {hit["_id"]: hit.get("matched_queries", {}) for hit in answer["hits"]["hits"]}

    def close(self) -> None:
        self._client.close()

    def _refuse_while_away(self) -> bool:
        """Whether it was away and this turn finds out if it is back."""
        with self._lock:
            now = time.monotonic()
            if now < self._paused_until:
                raise EngineUnavailable(self._failure)
            if self._failure:
                self._paused_until = now + PAUSE  # this one tries; the others go on without waiting for it
            return bool(self._failure)

    def _remember(self, error: ApiError | TransportError) -> None:
        logger.warning("Elasticsearch failed: %s", error)
        with self._lock:
            self._failure, self._paused_until = _in_words(error), time.monotonic() + PAUSE


def _in_words(error: ApiError | TransportError) -> str:
    """For operators and, by `/readyz`, for everybody: no addresses."""
    if isinstance(error, NotFoundError):
        return "The search index in Elasticsearch is not there."
    said = type(error).__name__ if isinstance(error, TransportError) else f"{error.status_code}, {error.error}"
    return f"Elasticsearch does not answer ({said})."


def _reason(answer: Answer) -> str:
    error = answer["error"]
    causes = error.get("root_cause") or [error]
    return "; ".join(str(cause.get("reason", cause)) for cause in causes)
