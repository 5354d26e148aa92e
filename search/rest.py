"""Finding and suggesting for programs, under `/api/v1/`."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.views import APIView

from plugins.api.access import Actor
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.rest import json_answer
from plugins.api.adapters.routes import Rule, answers
from plugins.api.generation import KeptAnswers
from search import rest_schema
from search.engine import FacetValue, Hit, SearchQuery, SearchResult, Suggestion
from search.finding import find, public_generation, suggest
from search.labels import label_of
from search.questions import query_from

KEPT: KeptAnswers[bytes] = KeptAnswers(size=500)
"""Answers to visitors, by address, for as long as nothing public changes in the index."""


class FindingView(APIView):
    """What both addresses share: visitors' answers are kept, all others are worked out."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: Request) -> HttpResponse:
        actor = actor_of(request._request)
        if not actor.is_anonymous:
            return json_answer(request._request, self.answer(request._request, actor), is_public=False)
        number, address = public_generation(), request._request.build_absolute_uri()
        body = KEPT.get(number, address)
        if body is None:
            body = KEPT.keep(number, address, self.answer(request._request, actor))
        return json_answer(request._request, body, is_public=True)

    def answer(self, request: HttpRequest, actor: Actor) -> bytes:
        """The JSON for this actor."""
        raise NotImplementedError


@answers(Rule.DOOR)
class SearchView(FindingView):
    """What the caller may see and the question asks for."""

    @extend_schema(parameters=rest_schema.SEARCH, responses={200: rest_schema.SearchAnswer})
    def get(self, request: Request) -> HttpResponse:
        return super().get(request)

    def answer(self, request: HttpRequest, actor: Actor) -> bytes:
        query = query_from(request.GET)
        result = find(query, actor=actor)
        return _json(
            {
                "count": result.count,
                "results": [_hit(hit) for hit in result.hits],
                "facets": {name: [_facet(name, value) for value in values] for name, values in result.facets.items()},
                "did_you_mean": result.did_you_mean,
                "next": _next(request, query, result),
            }
        )


@answers(Rule.DOOR)
class SuggestView(FindingView):
    """How the typed letters may go on."""

    @extend_schema(parameters=rest_schema.SUGGEST, responses={200: rest_schema.Suggestion(many=True)})
    def get(self, request: Request) -> HttpResponse:
        return super().get(request)

    def answer(self, request: HttpRequest, actor: Actor) -> bytes:
        return _json([_suggestion(one) for one in suggest(request.GET.get("q", ""), actor=actor)])


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


def _next(request: HttpRequest, query: SearchQuery, result: SearchResult) -> str | None:
    """The address of the next page: the same one with another offset."""
    offset = query.offset + query.limit
    if offset >= result.count:
        return None
    parameters = request.GET.copy()
    parameters["offset"] = str(offset)
    return request.build_absolute_uri(f"{request.path}?{parameters.urlencode()}")


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
