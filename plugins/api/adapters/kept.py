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

    def __init__(self, body: bytes, headers: dict[str, str] | None = None) -> None:
        self.body = body
        self.headers = headers or {}
        self.etag = etag_of(body)

    @cached_property
    def compressed(self) -> bytes:
        """Made for the first browser that takes it."""
        return gzip.compress(self.body, 6, mtime=0)


PAGES: KeptAnswers[Page] = KeptAnswers(size=400)
"""Pages by address with its query."""

KEPT_HEADERS = ("Content-Type", "Last-Modified", "X-Robots-Tag")
"""What a view says about a page and is kept with it; who may keep it for how long is said here."""


def kept_for_visitors(view: View[P]) -> View[P]:
    """A page that is the same for every visitor: worked out once per generation. Others get theirs, uncached."""

    @wraps(view)
    def answer(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not is_visitor(request) or request.method not in ("GET", "HEAD"):
            return private(view(request, *args, **kwargs))
        number, key = generation.current(), (request.path, request.META.get("QUERY_STRING", ""))
        page = PAGES.get(number, key)
        if page is None:
            request.generation = number  # type: ignore[attr-defined]  # for what a view keeps by itself
            response = view(request, *args, **kwargs)
            if response.status_code != 200:
                return response
            headers = {name: response[name] for name in KEPT_HEADERS if name in response}
            page = PAGES.keep(number, key, Page(response.content, headers))
        return _public(request, page)

    return answer


def is_visitor(request: HttpRequest) -> bool:
    """No session, no token, no waiting message: whoever comes like this gets what every visitor gets."""
    cookies = request.COOKIES
    known = settings.SESSION_COOKIE_NAME in cookies or "messages" in cookies or hasattr(request, "_cached_user")
    return not known and "HTTP_AUTHORIZATION" not in request.META


def etag_of(body: bytes) -> str:
    return f'"{hashlib.sha256(body).hexdigest()[:24]}"'


def private(response: HttpResponse) -> HttpResponse:
    """For this reader alone; nothing between us and them may keep it."""
    response["Cache-Control"] = "private, no-cache"
    response["Vary"] = "Cookie"
    return response


def _public(request: HttpRequest, page: Page) -> HttpResponse:
    """Compressed where the browser takes it; the tag says which of the two it was."""
    small = "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", "")
    etag = f'{page.etag[:-1]}-gzip"' if small else page.etag
    if _is_known(request, page, etag):
        response: HttpResponse = HttpResponseNotModified()
    else:
        response = HttpResponse(page.compressed if small else page.body)
        if small:
            response["Content-Encoding"] = "gzip"
    for name, value in page.headers.items():
        if name != "Content-Type" or response.status_code == 200:
            response[name] = value
    response["ETag"] = etag
    response["Cache-Control"] = "public, max-age=0, must-revalidate"
    response["Vary"] = "Accept-Encoding, Cookie"
    return response


def _is_known(request: HttpRequest, page: Page, etag: str) -> bool:
    """Whether the reader has this page. A date counts only where it is the very one that we named, and no tag was."""
    if "HTTP_IF_NONE_MATCH" in request.META:
        return etag in request.META["HTTP_IF_NONE_MATCH"]
    since = request.META.get("HTTP_IF_MODIFIED_SINCE")
    return since is not None and since == page.headers.get("Last-Modified")
