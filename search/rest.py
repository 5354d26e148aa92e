"""Finding and suggesting for programs, under `/api/v1/`."""

from __future__ import annotations

import json
import logging
from copy import copy
from typing import Any
from urllib.parse import quote

from django.http import HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.exceptions import APIException
from rest_framework.request import Request
from rest_framework.response import Response

from plugins.api import generation
from plugins.api.access import ANONYMOUS, Actor
from plugins.api.adapters.rest import json_answer
from plugins.api.adapters.rest_params import Parameters
from plugins.api.adapters.rest_views import Answer, ReadView
from plugins.api.adapters.routes import Rule, answers
from plugins.api.generation import KeptAnswers
from search import rest_schema
from search.engine import EngineUnavailable, FacetValue, Hit, SearchQuery, SearchResult, Suggestion
from search.finding import find, for_keeping, suggest
from search.labels import label_of
from search.questions import query_from, words_from
from search.tuning import tuning_for

logger = logging.getLogger(__name__)

KEPT: KeptAnswers[Answer] = KeptAnswers(size=500)
"""What visitors were answered, by address, for as long as nothing public changes in the index."""


class SearchUnavailable(APIException):
    """The index cannot be asked; the reason stands in the log and under /readyz, and is no business of callers."""

    status_code = 503
    default_detail = _("The search is not available right now. Please try again in a few minutes.")


class FindingView(ReadView):
    """Visitors' answers are kept by the generation of the index: it learns of a change a moment after the database."""

    def handle_exception(self, exc: Exception) -> Response:
        if isinstance(exc, EngineUnavailable):
            logger.error("The search engine does not answer: %s", exc)
            exc = SearchUnavailable()
        return super().handle_exception(exc)

    def get(self, request: Request, **parts: Any) -> HttpResponse:
        if not self.from_visitor:
            return super().get(request, **parts)
        plain = request._request
        self.generation = generation.current()  # before the answer, which may be newer than its number, never older
        key = plain.get_full_path()
        with for_keeping(self.generation) as (number, may_keep):
            answer = KEPT.get(number, key)
            if answer is None:
                answer = self.answer(ANONYMOUS, plain.GET)
                if may_keep():
                    KEPT.keep(number, key, answer)
        return json_answer(plain, answer.body, is_public=True, etag=answer.etag)


@extend_schema_view(get=extend_schema(parameters=rest_schema.SEARCH, responses=rest_schema.SearchAnswer))
@answers(Rule.DOOR)
class SearchView(FindingView):
    """What the caller may read and the question asks for, best first."""

    def answer(self, actor: Actor, given: QueryDict, **parts: Any) -> Answer:
        query = query_from(given)
        result = find(query, actor=actor, tuning=tuning_for(query.text, self.generation))
        return _json(
            {
                "count": result.count,
                "results": [_hit(hit) for hit in result.hits],
                "facets": {name: [_facet(name, value) for value in values] for name, values in result.facets.items()},
                "did_you_mean": result.did_you_mean,
                "next": _next(self.request.path, given, query, result),
            }
        )


@extend_schema_view(get=extend_schema(parameters=rest_schema.SUGGEST, responses=rest_schema.Suggestion(many=True)))
@answers(Rule.DOOR)
class SuggestView(FindingView):
    """How the typed letters may go on, from what the caller may read; at most eight."""

    def answer(self, actor: Actor, given: QueryDict, **parts: Any) -> Answer:
        text, others = words_from(given)
        Parameters(others, ()).check()
        return _json([_suggestion(one) for one in suggest(text, actor=actor)])


def _hit(hit: Hit) -> dict[str, Any]:
    return {
        "id": hit.object_id,
        "type": hit.type,
        "kind": hit.kind or None,
        "title": hit.title,
        "url": hit.url,
        "snippet": hit.snippet,
        "score": hit.score,
        "layer": hit.layer or None,
        "published_at": hit.published_at.isoformat() if hit.published_at else None,
        "updated_at": hit.updated_at.isoformat() if hit.updated_at else None,
    }


def _facet(name: str, value: FacetValue) -> dict[str, Any]:
    return {"value": value.value, "label": label_of(name, value), "count": value.count}


def _suggestion(suggestion: Suggestion) -> dict[str, str]:
    url = suggestion.url or f"{reverse('search')}?q={quote(suggestion.text)}"
    return {"text": suggestion.text, "type": suggestion.type, "url": url}


def _next(path: str, given: QueryDict, query: SearchQuery, result: SearchResult) -> str | None:
    """The address of the next page: the same one with another offset."""
    offset = query.offset + query.limit
    if offset >= result.count:
        return None
    parameters = copy(given)
    parameters["offset"] = str(offset)
    return f"{path}?{parameters.urlencode()}"


def _json(content: object) -> Answer:
    return Answer.of(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode())
