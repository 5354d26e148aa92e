"""The page of results."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import conditional_page, require_safe

from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import is_visitor, private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.generation import KeptAnswers
from search.engine import EngineUnavailable, SearchResult, Thing
from search.feedback import THANKS
from search.finding import find, may_keep, public_generation, related
from search.noting import note_search_in_vain
from search.page import Address, context_of, line_of

logger = logging.getLogger(__name__)

KEPT: KeptAnswers[bytes] = KeptAnswers(size=200)
"""What visitors were shown, by address, for as long as nothing public changes in the index."""


@answers(Rule.DOOR)
@require_safe
@conditional_page
def search(request: HttpRequest) -> HttpResponse:
    """What this reader finds; without a question the field to ask in."""
    try:
        return _kept(request, _results) if is_visitor(request) else private(_results(request))
    except EngineUnavailable as error:
        logger.error("The search engine does not answer: %s", error)
        return private(render(request, "search/unavailable.html", {"query": request.GET.get("q", "")}, status=503))


@answers(Rule.DOOR)
@require_safe
@conditional_page
def related_things(request: HttpRequest, type: str, object_id: int) -> HttpResponse:
    """What else is about the same. Of a thing that the reader does not see nothing is related, as of none."""

    def page(request: HttpRequest) -> HttpResponse:
        hits = related(Thing(type, object_id), actor=actor_of(request))
        return render(request, "search/related.html", {"hits": [line_of(hit) for hit in hits]})

    try:
        return _kept(request, page) if is_visitor(request) else private(page(request))
    except EngineUnavailable as error:
        logger.error("The search engine does not answer: %s", error)
        return private(render(request, "search/related.html", {"hits": []}, status=503))


def _kept(request: HttpRequest, make: Callable[[HttpRequest], HttpResponse]) -> HttpResponse:
    number, key = public_generation(), request.get_full_path()
    page = KEPT.get(number, key)
    if page is None:
        response = make(request)
        page = response.content
        found_nothing = getattr(response, "found_nothing", False)  # every search in vain is looked at anew, and noted
        if not found_nothing and may_keep(number):
            KEPT.keep(number, key, page)
    return HttpResponse(page, headers={"Cache-Control": "public, max-age=0, must-revalidate", "Vary": "Cookie"})


def _results(request: HttpRequest) -> HttpResponse:
    address = Address(request.path, request.GET)
    nothing_asked = not address.text and not address.filters
    result = SearchResult(0) if nothing_asked else find(address.query, actor=actor_of(request))
    response = render(request, "search/results.html", context_of(address, result))
    if address.text and not address.filters and not result.count and THANKS not in request.GET:
        note_search_in_vain(request, address.text)
        response.found_nothing = True  # type: ignore[attr-defined]
    return response
