"""What a token has to be made for. A session may do what the person may."""

from __future__ import annotations

from rest_framework.exceptions import NotAuthenticated
from rest_framework.request import Request
from wagtail.models import APIToken

from plugins.api.adapters.http import actor_of
from plugins.api.errors import Refused


def insist_on_scope(request: Request, scope: str, refusal: str) -> None:
    """Raises for visitors, and Refused with this sentence for a token that was not made for it."""
    if actor_of(request._request).user is None:
        raise NotAuthenticated
    if isinstance(request.auth, APIToken) and scope not in request.auth.lernnetz.scopes:
        raise Refused(refusal)
