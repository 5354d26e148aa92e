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
from search.addresses import Address
from search.answering import answer_to
from search.engine import EngineUnavailable, Thing
from search.feedback import THANKS
from search.finding import for_keeping, related
from search.noting import note_search_in_vain
from search.page import context_of, line_of
from search.saved_pages import saved_by

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
    key = request.get_full_path()
    with for_keeping() as (number, may_keep):
        page = KEPT.get(number, key)
        if page is None:
            response = make(request)
            page = response.content
            found_nothing = getattr(
                response, "found_nothing", False
            )  # every search in vain is looked at anew, and noted
            if not found_nothing and may_keep():
                KEPT.keep(number, key, page)
    return HttpResponse(page, headers={"Cache-Control": "public, max-age=0, must-revalidate", "Vary": "Cookie"})


def _results(request: HttpRequest) -> HttpResponse:
    """The page, or with `part` what stands below its field: `results`, or `typing` while the question is unfinished."""
    part = request.GET.get("part")
    actor = actor_of(request)
    answer = answer_to(Address(request.path, request.GET), actor=actor, is_typing=part == "typing")
    context = context_of(answer)
    if not answer.is_asked:
        context["saved"] = saved_by(actor)
    response = render(request, "search/part.html" if part else "search/results.html", context)
    if answer.is_in_vain and THANKS not in request.GET:
        note_search_in_vain(request, answer.address.text)
        response.found_nothing = True  # type: ignore[attr-defined]
    return response
