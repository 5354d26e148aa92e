"""Who writes entries through the API: the person themselves, or a token that was made for it."""

from __future__ import annotations

from django.utils.translation import gettext as _
from rest_framework.request import Request

from cms.accounts.models import Scope
from plugins.api.access import Actor
from plugins.api.actors import actor_for
from plugins.api.adapters.rest_scopes import insist_on_scope


def writer_of(request: Request) -> Actor:
    """With all rights of the person: whoever writes has to read what is not published yet, whatever else the token may
    read. Raises for visitors, and Refused for a token that was not made for writing entries.
    """
    refusal = _("This token may not write entries. It needs the scope write:entries.")
    insist_on_scope(request, Scope.WRITE_ENTRIES, refusal)
    return actor_for(request.user)
