"""How often one address may read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rest_framework.request import Request
from rest_framework.throttling import SimpleRateThrottle

if TYPE_CHECKING:
    from rest_framework.views import APIView


class ReadThrottle(SimpleRateThrottle):
    """Per person where somebody is signed in, else per address; the setting may switch it off (None)."""

    scope = "read"

    def get_cache_key(self, request: Request, view: APIView) -> str | None:
        user = request.user
        ident = f"user-{user.pk}" if user and user.is_authenticated else self.get_ident(request)
        return self.cache_format % {"scope": self.scope, "ident": ident}
