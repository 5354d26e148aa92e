"""What a token has to be made for before it reads or changes what is its owner's own."""

from __future__ import annotations

from django.utils.translation import gettext as _
from rest_framework.request import Request

from cms.accounts.models import Scope
from plugins.api.adapters.rest_scopes import insist_on_scope


def insist_on_reading(request: Request) -> None:
    """Raises for visitors, and Refused for a token that reads only what everybody may read."""
    refusal = _("This token may not read what you may read. Create one with that scope.")
    insist_on_scope(request, Scope.READ_MEMBERS, refusal)


def insist_on_writing(request: Request) -> None:
    """Raises for visitors, and Refused for a token that may not change anything here."""
    insist_on_reading(request)
    refusal = _("This token may not write in working groups. It needs the scope write:workspace.")
    insist_on_scope(request, Scope.WRITE_WORKSPACE, refusal)
