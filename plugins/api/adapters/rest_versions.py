"""Which version of the API a program was made for, and until when that one goes on to work.

The address names the first number (`/api/v1/`). What a version promised stays as it was until the day that its
`Sunset` names. A program says with `API-Version` for which one it was made; without it the newest answers. Who names an
older one is told so with every answer, by `Deprecation` (RFC 9745), `Sunset` (RFC 8594) and a link.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.formats import date_format
from django.utils.http import http_date
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from plugins.api.adapters.rest import problem

HEADER: Final = "API-Version"
PREFIX: Final = "/api/v1/"
PROMISED: Final = timedelta(days=365)
"""For so long a version goes on to work after the next one has come."""
ABOUT: Final = "/api/v1/docs/"


@dataclass(frozen=True)
class Version:
    """A version, and the day from which the next one stands beside it; None for the newest."""

    number: str
    older_since: date | None = None

    @property
    def last_day(self) -> date | None:
        return self.older_since and self.older_since + PROMISED


VERSIONS: Final = (Version("1.0", older_since=date(2026, 11, 30)), Version("1.1"))
"""Oldest first. CHANGELOG.md says what each of them added."""


class VersionMiddleware:
    """Answers for the version that the caller names, and says which one that was.

    One that there never was answers 400, one whose time is over 410; nothing is done then.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(PREFIX):
            return self.get_response(request)
        named = request.headers.get(HEADER, newest().number).strip()
        version = next((one for one in VERSIONS if one.number == named), None)
        if version is None:
            return _told(newest(), problem(400, _unknown(), errors={HEADER: [_unknown()]}))
        if (last := version.last_day) is not None and last < localdate():
            return _told(version, problem(410, _ended(version, last)))
        request.api_version = version.number  # type: ignore[attr-defined]
        return _told(version, self.get_response(request))


def newest() -> Version:
    return VERSIONS[-1]


def version_of(request: HttpRequest) -> str:
    """The number of the version that this request is answered for."""
    return getattr(request, "api_version", newest().number)


def _told(version: Version, response: HttpResponse) -> HttpResponse:
    response[HEADER] = version.number
    patch_vary_headers(response, [HEADER])
    if version.older_since is not None and version.last_day is not None:
        response["Deprecation"] = f"@{int(_midnight(version.older_since).timestamp())}"
        response["Sunset"] = http_date(_midnight(version.last_day + timedelta(days=1)).timestamp())
        response["Link"] = f'<{ABOUT}>; rel="deprecation"; type="text/html"'
    return response


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _unknown() -> str:
    known = ", ".join(version.number for version in VERSIONS)
    return _("There is no such version of this API. Name one of these: %(versions)s.") % {"versions": known}


def _ended(version: Version, last: date) -> str:
    said = {"old": version.number, "day": date_format(last), "new": newest().number}
    return _("Version %(old)s worked until %(day)s. Use version %(new)s.") % said
