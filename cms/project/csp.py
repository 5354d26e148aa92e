"""The content security policy: strict everywhere, loosened for Wagtail's own pages alone."""

from __future__ import annotations

from csp.constants import SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

EDITORS = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
}
"""Two inline scripts and many inline styles of Wagtail's page editor; nobody but those who write comes here."""


class PolicyMiddleware(CSPMiddleware):
    """django-csp with another policy under `/cms/`."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if request.path.startswith("/cms/"):
            previews = [settings.PREVIEW_ORIGIN] if settings.PREVIEW_ORIGIN else []
            response._csp_update = {**EDITORS, "frame-src": [SELF, *previews]}  # type: ignore[attr-defined]
        return super().process_response(request, response)
