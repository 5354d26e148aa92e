"""Finished pages: cached truthfully, and kept in the process for visitors until something public changes."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable
from functools import cached_property, wraps
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified

from plugins.api import generation
from plugins.api.generation import KeptAnswers

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


class Page:
    """A finished page: for visitors nothing in it is secret, so that it may be sent compressed."""

    def __init__(self, body: bytes) -> None:
        self.body = body
        self.etag = etag_of(body)

    @cached_property
    def compressed(self) -> bytes:
        """Made for the first browser that takes it."""
        return gzip.compress(self.body, 6, mtime=0)


PAGES: KeptAnswers[Page] = KeptAnswers(size=400)
"""Pages by address with its query."""


def kept_for_visitors(view: View[P]) -> View[P]:
    """A page that is the same for every visitor: worked out once per generation. Others get theirs, uncached."""

    @wraps(view)
    def answer(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not is_visitor(request) or request.method not in ("GET", "HEAD"):
            return private(view(request, *args, **kwargs))
        number, key = generation.current(), request.get_full_path()
        page = PAGES.get(number, key)
        if page is None:
            request.generation = number  # type: ignore[attr-defined]  # for what a view keeps by itself
            response = view(request, *args, **kwargs)
            if response.status_code != 200:
                return response
            page = PAGES.keep(number, key, Page(response.content))
        return _public(request, page)

    return answer


def is_visitor(request: HttpRequest) -> bool:
    """No session, no token, no waiting message: whoever comes like this gets what every visitor gets."""
    cookies = request.COOKIES
    known = settings.SESSION_COOKIE_NAME in cookies or "messages" in cookies or hasattr(request, "_cached_user")
    return not known and "Authorization" not in request.headers


def etag_of(body: bytes) -> str:
    return f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'


def private(response: HttpResponse) -> HttpResponse:
    """For this reader alone; nothing between us and them may keep it."""
    response["Cache-Control"] = "private, no-cache"
    response["Vary"] = "Cookie"
    return response


def _public(request: HttpRequest, page: Page) -> HttpResponse:
    """Compressed where the browser takes it; the tag says which of the two it was."""
    small = "gzip" in request.headers.get("Accept-Encoding", "")
    etag = f'{page.etag[:-1]}-gzip"' if small else page.etag
    if etag in request.headers.get("If-None-Match", ""):
        response: HttpResponse = HttpResponseNotModified()
    else:
        response = HttpResponse(page.compressed if small else page.body)
        if small:
            response["Content-Encoding"] = "gzip"
    response["ETag"] = etag
    response["Cache-Control"] = "public, max-age=0, must-revalidate"
    response["Vary"] = "Accept-Encoding, Cookie"
    return response
