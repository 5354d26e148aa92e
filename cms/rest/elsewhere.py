"""Addresses under `/api/v1/` that nothing is mounted at; mounted after everything that is."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import Resolver404, re_path, resolve
from django.views.decorators.csrf import csrf_exempt

from plugins.api.adapters.rest import not_here
from plugins.api.adapters.routes import Rule, answers
from plugins.api.adapters.switched import removed


@answers(Rule.EVERYBODY)
@csrf_exempt
def elsewhere(request: HttpRequest) -> HttpResponse:
    """To the address with a slash at its end where there is one; otherwise nothing is here."""
    if not request.path.endswith("/") and _is_mounted(request.path + "/"):
        return HttpResponsePermanentRedirect(
            request.get_full_path(force_append_slash=True), preserve_request=request.method not in ("GET", "HEAD")
        )
    return removed(request) or not_here()


def _is_mounted(path: str) -> bool:
    try:
        return resolve(path).func is not elsewhere
    except Resolver404:
        return False


urlpatterns = [re_path("", elsewhere)]
