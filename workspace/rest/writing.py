"""Who may write through the API: a session, or a token with the scope for it."""

from __future__ import annotations

from django.utils.translation import gettext as _
from rest_framework.exceptions import NotAuthenticated
from rest_framework.request import Request
from wagtail.models import APIToken

from cms.accounts.models import Scope
from plugins.api.errors import Refused


def insist_on_writing(request: Request) -> None:
    """Raise where nobody is signed in, or where the token was not made for writing in the workspace."""
    if not request.user.is_authenticated:
        raise NotAuthenticated
    if isinstance(request.auth, APIToken) and Scope.WRITE_WORKSPACE not in request.auth.lernnetz.scopes:
        raise Refused(_("This token may not write in working groups. It needs the scope write:workspace."))
