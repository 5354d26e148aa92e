"""What all addresses share under which programs write."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from rest_framework.request import Request
from wagtail.models import APIToken

from cms.accounts.models import Scope
from plugins.api.errors import Refused


def insist_on_scope(request: Request) -> None:
    """A token writes only where it was given that scope; a session is the person itself. Raises Refused."""
    token = request.auth
    if isinstance(token, APIToken) and Scope.WRITE_WORKSPACE not in token.lernnetz.scopes:
        raise Refused(_("This token may not write: it lacks the scope “write:workspace”."))


def created(item: dict[str, Any], path: str) -> HttpResponse:
    """201 with what has come into being, and where it is read."""
    answer = JsonResponse(item, status=201, json_dumps_params={"ensure_ascii": False})
    answer["Location"] = f"/api/v1/{path}"
    answer["Cache-Control"] = "no-store"
    return answer
