"""Error pages: Django's own, and what they say is for this reader and this moment."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.views import defaults

from plugins.api.adapters.kept import private

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def _for_this_reader(view: View[P]) -> View[P]:
    """An address without an answer may have one tomorrow, or for somebody else: nobody between us may keep that."""

    @wraps(view)
    def answer(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        return private(view(request, *args, **kwargs))

    return answer


bad_request = _for_this_reader(defaults.bad_request)
forbidden = _for_this_reader(defaults.permission_denied)
not_found = _for_this_reader(defaults.page_not_found)
server_error = _for_this_reader(defaults.server_error)
