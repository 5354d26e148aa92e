"""The page of results."""

from __future__ import annotations

import logging

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import conditional_page, require_safe

from plugins.api.adapters.http import actor_of
from plugins.api.adapters.routes import Rule, answers
from search.engine import EngineUnavailable, SearchResult
from search.finding import find
from search.page import Address, context_of

logger = logging.getLogger(__name__)


@answers(Rule.DOOR)
@require_safe
@conditional_page
def search(request: HttpRequest) -> HttpResponse:
    """What this reader finds; without a question the field to ask in."""
    actor = actor_of(request)
    address = Address(request.path, request.GET)
    nothing_asked = not address.text and not address.filters
    try:
        result = SearchResult(0) if nothing_asked else find(address.query, actor=actor)
    except EngineUnavailable as error:
        logger.error("The search engine does not answer: %s", error)
        return render(request, "search/unavailable.html", {"query": address.text}, status=503)
    response = render(request, "search/results.html", context_of(address, result))
    response["Vary"] = "Cookie"
    response["Cache-Control"] = "public, max-age=0, must-revalidate" if actor.is_anonymous else "private, no-cache"
    return response
