"""Error pages: Django's own, and what they say is for this reader and this moment."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.views import defaults

from plugins.api.adapters.kept import private
from plugins.api.adapters.switched import removed

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def _for_this_reader(view: View[P]) -> View[P]:
    """An address without an answer may have one tomorrow, or for somebody else: nobody between us may keep that."""

    @wraps(view)
    def answer(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        return private(view(request, *args, **kwargs))

    return answer


@_for_this_reader
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Where a plugin had its pages that was removed for good, that is said."""
    return removed(request) or defaults.page_not_found(request, exception)


bad_request = _for_this_reader(defaults.bad_request)
forbidden = _for_this_reader(defaults.permission_denied)
server_error = _for_this_reader(defaults.server_error)
