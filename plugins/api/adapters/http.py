"""The door for Django views: every request carries its actor, refusals become answers."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse

from plugins.api.access import ANONYMOUS, Actor
from plugins.api.actors import actor_for
from plugins.api.errors import Missing, Refused


class RefusalMiddleware:
    """What a page view let through: missing becomes 404, refused becomes 403 with the sentence."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> None:
        if isinstance(error, Missing):
            raise Http404 from error
        if isinstance(error, Refused):
            raise PermissionDenied(error.reason) from error


def actor_of(request: HttpRequest) -> Actor:
    """Who sent the request, worked out once. A browser without a session cookie is a visitor's and costs no query."""
    actor: Actor | None = getattr(request, "_actor", None)
    if actor is None:
        actor = actor_for(request.user) if _may_be_signed_in(request) else ANONYMOUS
        request._actor = actor  # type: ignore[attr-defined]
    return actor


def _may_be_signed_in(request: HttpRequest) -> bool:
    return settings.SESSION_COOKIE_NAME in request.COOKIES or hasattr(request, "_cached_user")
