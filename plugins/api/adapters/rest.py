"""The door for REST: problem+json for every refusal, finished answers with truthful caching and ETags."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.signals import got_request_exception
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags
from django.utils.log import log_response
from django.utils.translation import gettext as _
from rest_framework import exceptions, status
from rest_framework.views import set_rollback

from plugins.api.adapters.kept import etag_of
from plugins.api.errors import Invalid, Missing, Outdated, Refused

PROBLEM = "application/problem+json"


class OutdatedRequest(exceptions.APIException):
    """What `If-Match` names is not what is there now (RFC 9110, 13.1.1)."""

    status_code = status.HTTP_412_PRECONDITION_FAILED


class ConditionNeeded(exceptions.APIException):
    """A change without `If-Match` could undo somebody else's (RFC 6585, 3)."""

    status_code = status.HTTP_428_PRECONDITION_REQUIRED

    def __init__(self) -> None:
        super().__init__(_("Send “If-Match” with the ETag of what you have read, so that nobody's work is lost."))


def tags_seen(request: HttpRequest, *, needed: bool = False) -> frozenset[str] | None:
    """What the caller has read, by its tags; None for any. Raises ConditionNeeded where they have to say it.

    A tag that a proxy made weak, because it compressed the answer, still names the version that was read.
    """
    given = request.headers.get("If-Match")
    if given is None and needed:
        raise ConditionNeeded
    if given is None or given.strip() == "*":
        return None
    return frozenset(tag.removeprefix("W/") for tag in parse_etags(given))


def json_answer(
    request: HttpRequest,
    body: bytes,
    *,
    is_public: bool,
    etag: str | None = None,
    content_type: str = "application/json",
) -> HttpResponse:
    """Finished JSON with `ETag`, `Vary` and `Cache-Control`; 304 without a body when the caller has it already."""
    tag = etag or etag_of(body)
    response: HttpResponse
    if _is_known(tag, request):
        response = HttpResponse(status=status.HTTP_304_NOT_MODIFIED)
    else:
        response = HttpResponse(body, content_type=content_type)
    response["ETag"] = tag
    response["Vary"] = "Authorization, Cookie"
    response["Cache-Control"] = "public, max-age=0, must-revalidate" if is_public else "private, no-cache"
    return response


def _is_known(tag: str, request: HttpRequest) -> bool:
    """Whether the caller names this tag, weak or strong, or any (`*`)."""
    given = request.META.get("HTTP_IF_NONE_MATCH")
    if not given:
        return False
    known = {name.removeprefix("W/") for name in parse_etags(given)}
    return "*" in known or tag in known


def problem_response(error: Exception, context: dict[str, Any]) -> HttpResponse | None:
    """DRF's exception handler: RFC 9457 for whatever goes wrong; a failure of ours is logged and tells nothing."""
    found = _as_api_error(error)
    set_rollback()
    if found is None:
        return None if settings.DEBUG else _failure(error, context["request"]._request)
    headers = {}
    if (seconds := getattr(found, "wait", None)) is not None:
        headers["Retry-After"] = str(int(seconds) + 1)
    if challenge := getattr(found, "auth_header", None):
        headers["WWW-Authenticate"] = challenge
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
    response = JsonResponse(
        body, status=status_code, content_type=PROBLEM, headers=headers, json_dumps_params={"ensure_ascii": False}
    )
    response["Cache-Control"] = "no-store"
    patch_vary_headers(response, ["Authorization", "Cookie"])
    return response


def not_here() -> HttpResponse:
    """What is not there and what this caller may not see: byte for byte the same."""
    return problem(status.HTTP_404_NOT_FOUND, _("This does not exist, or you cannot see it."))


def _failure(error: Exception, request: HttpRequest) -> HttpResponse:
    got_request_exception.send(sender=None, request=request)
    response = problem(500, _("Something went wrong on our side. It has been noted; please try again later."))
    log_response("Internal Server Error: %s", request.path, response=response, request=request, exception=error)
    return response


def _as_api_error(error: Exception) -> exceptions.APIException | None:
    match error:
        case exceptions.APIException():
            return error
        case Http404() | Missing():
            return exceptions.NotFound()
        case Refused():
            return exceptions.PermissionDenied(error.reason)
        case Outdated():
            return OutdatedRequest(error.reason)
        case PermissionDenied():
            return exceptions.PermissionDenied(str(error) or None)
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
        410: _("No longer here"),
        412: _("It has changed in the meantime"),
        415: _("This format is not read"),
        422: _("The key belongs to another request"),
        428: _("A condition is missing"),
        429: _("Too many requests"),
        503: _("Not available at present"),
    }
    return titles.get(status_code, _("That did not work"))


def _sentence(error: exceptions.APIException) -> str:
    match error:
        case exceptions.ValidationError():
            return _("Some of what was sent makes no sense; “errors” says what.")
        case exceptions.NotFound():
            return _("This does not exist, or you cannot see it.")
        case exceptions.NotAuthenticated():
            return _("Sign in, or send a token that is valid.")
        case exceptions.Throttled():
            return _("You are asking too often. “Retry-After” says in how many seconds to come back.")
    return str(error.detail)


def _errors(error: exceptions.APIException) -> dict[str, Any] | None:
    if not isinstance(error, exceptions.ValidationError):
        return None
    return dict(_by_path(error.detail, "") if isinstance(error.detail, dict) else [("non_field_errors", error.detail)])


def _by_path(errors: dict[Any, Any], before: str) -> Iterator[tuple[str, Any]]:
    """Sentences by the way that leads to what they are about: those about the third text of a list by `topics.2`."""
    for name, sentences in errors.items():
        if isinstance(sentences, dict):
            yield from _by_path(sentences, f"{before}{name}.")
        else:
            yield f"{before}{name}", sentences
