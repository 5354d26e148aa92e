"""The door for REST: problem+json for every refusal, truthful caching, ETags, lists."""

from __future__ import annotations

import hashlib
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from rest_framework import exceptions, status
from rest_framework.views import set_rollback

from plugins.api.errors import Invalid, Missing, Refused

PROBLEM = "application/problem+json"


def problem_response(error: Exception, context: dict[str, Any]) -> HttpResponse | None:
    """DRF's exception handler: RFC 9457 for everything that is an answer; None lets a real failure through."""
    found = _as_api_error(error)
    if found is None:
        return None
    set_rollback()
    headers = {}
    if isinstance(found, exceptions.Throttled) and found.wait is not None:
        headers["Retry-After"] = str(int(found.wait) + 1)
    if getattr(found, "auth_header", None):
        headers["WWW-Authenticate"] = found.auth_header
    return problem(found.status_code, _sentence(found), errors=_errors(found), headers=headers)


def problem(
    status_code: int, detail: str, *, errors: dict[str, Any] | None = None, headers: dict[str, str] | None = None
) -> HttpResponse:
    """One problem document: `type`, `title`, `status`, `detail`, and `errors` per field where there are some."""
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": _title(status_code),
        "status": status_code,
        "detail": detail,
    }
    if errors:
        body["errors"] = errors
    response = JsonResponse(body, status=status_code, content_type=PROBLEM, headers=headers)
    response["Cache-Control"] = "no-store"
    patch_vary_headers(response, ["Accept-Language", "Authorization", "Cookie"])
    return response


def json_answer(request: HttpRequest, body: bytes, *, is_public: bool, etag: str | None = None) -> HttpResponse:
    """Finished JSON with `ETag`, `Vary` and `Cache-Control`; 304 without a body when the caller has it already."""
    tag = etag or f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    response: HttpResponse
    if tag in request.headers.get("If-None-Match", ""):
        response = HttpResponse(status=status.HTTP_304_NOT_MODIFIED)
    else:
        response = HttpResponse(body, content_type="application/json")
    response["ETag"] = tag
    response["Vary"] = "Authorization, Cookie"
    response["Cache-Control"] = "public, max-age=0, must-revalidate" if is_public else "private, no-cache"
    return response


def _as_api_error(error: Exception) -> exceptions.APIException | None:
    match error:
        case exceptions.APIException():
            return error
        case Http404() | Missing():
            return exceptions.NotFound()
        case Refused():
            return exceptions.PermissionDenied(error.reason)
        case PermissionDenied():
            return exceptions.PermissionDenied()
        case Invalid():
            return exceptions.ValidationError(error.errors)
    return None


def _title(status_code: int) -> str:
    titles = {
        400: _("The request makes no sense"),
        401: _("Not signed in"),
        403: _("Not allowed"),
        404: _("Not found"),
        405: _("This address does not take that method"),
        406: _("This format is not offered"),
        415: _("This format is not read"),
        429: _("Too many requests"),
    }
    return titles.get(status_code, _("That did not work"))


def _sentence(error: exceptions.APIException) -> str:
    if isinstance(error, exceptions.ValidationError):
        return _("Some of what was sent makes no sense; “errors” says what.")
    return str(error.detail)


def _errors(error: exceptions.APIException) -> dict[str, Any] | None:
    if not isinstance(error, exceptions.ValidationError):
        return None
    return error.detail if isinstance(error.detail, dict) else {"non_field_errors": error.detail}
