"""Pictures and files behind the door: who may read a layer may fetch what it shows, and nobody else learns anything.

A browser comes with its session; a front end elsewhere with a token of the API, for what the token opens to its owner.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.core.files.storage import default_storage
from django.db.models import Model
from django.http import FileResponse, Http404, HttpRequest, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils.http import http_date, parse_http_date_safe
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

from cms.accounts.authentication import TokenAuthentication
from cms.blocks.rendering import PICTURE_SIZES
from cms.models import File, Picture, PictureRendition
from plugins.api.access import ANONYMOUS, may
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.rest import not_here, problem
from plugins.api.adapters.routes import Rule, answers

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]

LONGEST_NUMBER = 19
"""Digits that no key of the database has any more."""
SHOWN_IN_THE_BROWSER = ("image/jpeg", "image/png", "image/webp", "image/gif", "image/avif", "application/pdf")


def opened_by_token(view: View[P]) -> View[P]:
    """Whoever shows a token is its owner, within its scopes; a wrong one is refused, whatever it was shown for.

    Programs are told so as the API tells them.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        token = TokenAuthentication()
        shown = Request(request)
        try:
            is_program = token.authenticate(shown) is not None
        except AuthenticationFailed as error:
            headers = {"WWW-Authenticate": token.authenticate_header(shown)}
            return problem(error.status_code, str(error.detail), headers=headers)
        try:
            return view(request, *args, **kwargs)
        except Http404:
            if is_program:
                return not_here()
            raise

    return answer


@answers(Rule.DOOR)
@opened_by_token
def picture(request: HttpRequest, picture_id: int, spec: str) -> HttpResponseBase:
    """A picture in one of the offered sizes; it is made anew when editing the picture has removed it."""
    found = Picture.objects.filter(pk=picture_id).first()
    if found is None or spec not in PICTURE_SIZES or not may(actor_of(request), "see", found):
        raise Http404
    try:
        rendition = found.get_rendition(spec)
    except (SourceImageIOError, InvalidFilterSpecError, FileNotFoundError) as error:
        raise Http404 from error
    return _send(request, rendition.file.name, found)


@answers(Rule.DOOR)
@opened_by_token
def stored_file(request: HttpRequest, path: str) -> HttpResponseBase:
    """Whatever lies in the media folder, by its own address: thumbnails of the admin, originals, documents."""
    owner = _owner_of(path)
    if owner is None or not may(actor_of(request), "see", owner):
        raise Http404
    return _send(request, path, owner)


@answers(Rule.DOOR)
@opened_by_token
def document(request: HttpRequest, file_id: str, name: str) -> HttpResponseBase:
    """A file under the address that Wagtail gives it.

    Wagtail's own view would compare ETags before it asks anybody: `If-None-Match: *` would tell that a file is there.
    """
    found = File.objects.filter(pk=file_id).first() if len(file_id) < LONGEST_NUMBER else None
    if found is None or found.filename != name or not may(actor_of(request), "see", found):
        raise Http404
    return _send(request, found.file.name, found)


def _owner_of(path: str) -> Model | None:
    """The picture or file that a stored path belongs to."""
    rendition = PictureRendition.objects.filter(file=path).select_related("image").first()
    if rendition is not None:
        return rendition.image
    return Picture.objects.filter(file=path).first() or File.objects.filter(file=path).first()


def _send(request: HttpRequest, path: str, owner: Model) -> HttpResponseBase:
    try:
        changed = int(default_storage.get_modified_time(path).timestamp())
    except FileNotFoundError as error:
        raise Http404 from error
    since = parse_http_date_safe(request.headers.get("If-Modified-Since", ""))
    response: Any
    if since is not None and since >= changed:
        response = HttpResponseNotModified()
    else:
        kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
        inline = kind in SHOWN_IN_THE_BROWSER
        response = FileResponse(default_storage.open(path), content_type=kind, as_attachment=not inline)
    response["Last-Modified"] = http_date(changed)
    is_public = bool(may(ANONYMOUS, "see", owner))
    response["Cache-Control"] = "public, max-age=0, must-revalidate" if is_public else "private, no-cache"
    response["Vary"] = "Authorization, Cookie"
    return response
