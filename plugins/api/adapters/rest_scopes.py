"""What a token has to be made for. A session may do what the person may."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from rest_framework.exceptions import NotAuthenticated
from rest_framework.request import Request
from wagtail.models import APIToken

from plugins.api.adapters.http import actor_of
from plugins.api.errors import Refused


def insist_on_scope(request: Request, scope: str, refusal: str) -> None:
    """Raises for visitors, and Refused with this sentence for a token that was not made for it."""
    if actor_of(request._request).user is None:
        raise NotAuthenticated
    if request.auth is not None and scope not in _scopes_of(request.auth):
        raise Refused(refusal)


def _scopes_of(token: Any) -> Collection[str]:
    """Of a token that somebody made, and of one that a front end elsewhere was given (it says them itself)."""
    scopes: Collection[str] = token.lernnetz.scopes if isinstance(token, APIToken) else token.scopes
    return scopes
