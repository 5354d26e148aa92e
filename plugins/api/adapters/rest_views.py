"""Addresses that are only read: the actor is worked out, the answer is finished bytes, visitors get it from memory."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from rest_framework import status
from rest_framework.request import Request
from rest_framework.views import APIView

from plugins.api import generation
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import etag_of, is_visitor
from plugins.api.adapters.rest import json_answer
from plugins.api.adapters.rest_versions import version_of
from plugins.api.generation import KeptAnswers

LARGEST_KEPT = 64 * 1024
"""Bytes of an answer up to which it is kept in the process."""


class Answer(NamedTuple):
    """Finished JSON and the tag that changes whenever it does."""

    body: bytes
    etag: str

    @classmethod
    def of(cls, body: bytes) -> Answer:
        return cls(body, etag_of(body))


KEPT: KeptAnswers[Answer] = KeptAnswers(size=256)
"""What visitors were answered, by version and address with its query."""
COUNTS: KeptAnswers[int] = KeptAnswers(size=1000)
"""How many items a visitor's list has, by path and filter."""


class ReadView(APIView):
    """An address that is only read. A subclass says in `answer` what this actor gets, as finished JSON.

    What a visitor gets is kept in the process until something public changes; nobody else's answer is.
    """

    answer: Callable[..., Answer]
    """`answer(actor, given, **parts)`: `given` is the query, `parts` the variable parts of the address.

    Raises Missing, Refused and Invalid.
    """
    http_method_names = ["get", "head", "options"]
    from_visitor = False
    generation: int | None = None
    """Under which a visitor's answer is kept; None for everybody else."""

    def get(self, request: Request, **parts: Any) -> HttpResponse:
        plain: HttpRequest = request._request
        answer = self._for_visitors(plain, parts) if self.from_visitor else self._for(plain, parts)
        return json_answer(plain, answer.body, is_public=self.from_visitor, etag=answer.etag)

    def options(self, request: Request, *args: Any, **parts: Any) -> HttpResponse:  # type: ignore[override]
        """The methods, whether the thing is there or not."""
        return HttpResponse(status=status.HTTP_204_NO_CONTENT, headers={"Cache-Control": "no-store"})

    def perform_authentication(self, request: Request) -> None:
        """A visitor has shown nothing, so there is nothing to look at; a wrong token is refused at every address."""
        self.from_visitor = is_visitor(request._request)
        if not self.from_visitor:
            super().perform_authentication(request)

    def counted(self, count: Callable[[], int], narrowed_by: Hashable = None) -> int:
        """How many rows this address has under a filter; for visitors worked out once, whatever page they read."""
        if self.generation is None:
            return count()
        key = (self.request.path, narrowed_by)
        kept = COUNTS.get(self.generation, key)
        return COUNTS.keep(self.generation, key, count()) if kept is None else kept

    def _for(self, request: HttpRequest, parts: dict[str, Any]) -> Answer:
        return self.answer(actor_of(request), request.GET, **parts)

    def _for_visitors(self, request: HttpRequest, parts: dict[str, Any]) -> Answer:
        # before the rows: what is kept may be newer than its number, never older
        self.generation = number = generation.current()
        key = (version_of(request), request.path, *sorted(request.META["QUERY_STRING"].split("&")))
        kept = KEPT.get(number, key)
        if kept is None:
            kept = self._for(request, parts)
            if len(kept.body) <= LARGEST_KEPT:
                KEPT.keep(number, key, kept)
        return kept
