"""The pinboard as a page and for programs."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from lernnetz_pinboard.actions import pin_notice
from lernnetz_pinboard.queries import notices_for
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers


@answers(Rule.DOOR)
def pinboard(request: HttpRequest) -> HttpResponse:
    return private(render(request, "pinboard/list.html", {"notices": notices_for(actor_of(request))}))


@answers(Rule.DOOR)
@require_POST
def pin(request: HttpRequest) -> HttpResponse:
    """Whoever may not pin reads why; a notice without a title is none."""
    if title := request.POST.get("title", "").strip()[:120]:
        pin_notice(title, request.POST.get("text", ""), actor=actor_of(request))
    return redirect("pinboard")


@answers(Rule.DOOR)
def notices(request: HttpRequest) -> HttpResponse:
    found = notices_for(actor_of(request)).values("id", "title", "text")
    return private(JsonResponse({"count": len(found), "next": None, "previous": None, "results": list(found)}))
