"""The language in which the forum speaks to somebody who is signed in; visitors are spoken to in German."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

LANGUAGES = {code for code, _name in settings.LANGUAGES}


class LanguageMiddleware:
    """What the person chose stands in a cookie of this device, so that no page has to ask the database for it.

    What their browser prefers is not asked: pages for visitors are the same for all of them.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or chosen not in LANGUAGES:
            return self.get_response(request)
        with translation.override(chosen):
            return self.get_response(request)


def remember_language(response: HttpResponse, language: str) -> HttpResponse:
    """On this device, for as long as it may stay signed in."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=settings.SESSION_COOKIE_AGE,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response
