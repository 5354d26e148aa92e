"""Tickets: how a program without a cookie opens the socket of a draft, once, within a minute."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.utils import timezone
from wagtail.models import APIToken

from cms.accounts.authentication import actor_of_front_end, actor_of_token
from cms.accounts.front_ends.queries import living_access, open_to
from cms.accounts.models import Scope
from plugins.api.access import ANONYMOUS, Actor
from plugins.api.adapters.sockets.handshake import actor_with
from workspace.models import DraftTicket


@dataclass(frozen=True)
class Holder:
    """Who came with a ticket: the session or token behind it decides for as long as the socket is open."""

    user: int
    session_key: str
    token: int | None
    front_end: int | None
    writes: bool
    """Not with a token that was made for reading alone, whatever its owner may."""

    def actor(self) -> Actor:
        """With the rights of this moment; nobody once the session, the token or the access has ended."""
        if self.front_end:
            shown = living_access(self.front_end)
            actor = actor_of_front_end(shown) if shown else ANONYMOUS
        else:
            actor = self._actor_of_token() if self.token else actor_with(self.session_key)
        return actor if actor.user is not None and actor.user.pk == self.user else ANONYMOUS

    def _actor_of_token(self) -> Actor:
        tokens = APIToken.objects.select_related("user", "lernnetz")
        token = tokens.filter(pk=self.token, revoked_at=None, user__is_active=True).first()
        return actor_of_token(token) if token else ANONYMOUS


def holder_of(ticket: str, draft: int) -> Holder | None:
    """Who holds this ticket for this draft. It is used up by asking."""
    digest = hashlib.sha256(ticket.encode()).hexdigest()
    tickets = DraftTicket.objects.select_related("token__lernnetz", "front_end__client")
    found = tickets.filter(digest=digest, draft=draft, expires_at__gt=timezone.now()).first()
    if found is None or not DraftTicket.objects.filter(pk=found.pk).delete()[0]:
        return None
    return Holder(found.user_id, found.session_key, found.token_id, found.front_end_id, _writes(found))


def _writes(ticket: DraftTicket) -> bool:
    if ticket.front_end:
        return Scope.WRITE_WORKSPACE in open_to(ticket.front_end)
    return ticket.token is None or Scope.WRITE_WORKSPACE in ticket.token.lernnetz.scopes
