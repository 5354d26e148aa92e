"""What a token has to be made for before it reads or changes what is its owner's own."""

from __future__ import annotations

from django.utils.translation import gettext as _
from rest_framework.exceptions import NotAuthenticated
from rest_framework.request import Request
from wagtail.models import APIToken

from cms.accounts.models import Scope
from plugins.api.adapters.http import actor_of
from plugins.api.errors import Refused


def insist_on_reading(request: Request) -> None:
    """Raises for visitors, and Refused for a token that reads only what everybody may read."""
    if actor_of(request._request).user is None:
        raise NotAuthenticated
    if not _is_for(request, Scope.READ_MEMBERS):
        raise Refused(_("This token may not read what you may read. Create one with that scope."))


def insist_on_writing(request: Request) -> None:
    """Raises for visitors, and Refused for a token that may not change anything here."""
    insist_on_reading(request)
    if not _is_for(request, Scope.WRITE_WORKSPACE):
        raise Refused(_("This token may not write in working groups. It needs the scope write:workspace."))


def _is_for(request: Request, scope: Scope) -> bool:
    """A session may do what the person may."""
    return not isinstance(request.auth, APIToken) or scope in request.auth.lernnetz.scopes
