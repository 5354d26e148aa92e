"""The pinboard as a page and for programs."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from lernnetz_pinboard.queries import notices_for
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers


@answers(Rule.DOOR)
def pinboard(request: HttpRequest) -> HttpResponse:
    return private(render(request, "pinboard/list.html", {"notices": notices_for(actor_of(request))}))


@answers(Rule.DOOR)
def notices(request: HttpRequest) -> HttpResponse:
    found = notices_for(actor_of(request)).values("id", "title", "text")
    return private(JsonResponse({"count": len(found), "next": None, "previous": None, "results": list(found)}))
