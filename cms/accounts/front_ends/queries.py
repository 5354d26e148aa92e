"""Looking up front ends: who let them in, what their tokens open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from allauth.idp.oidc.models import Client, Token
from django.db.models import QuerySet

from cms.accounts.models import FrontEndAccess, User
from plugins.api.access import Actor, visible_to

APART_FROM_TOKENS: Final = 2**62
"""Programs are told apart by number where their requests are kept; those of people's own tokens stay far below."""


@dataclass(frozen=True)
class FrontEndToken:
    """What a front end shows at the API: somebody's access, and what it opens right now."""

    access: FrontEndAccess
    scopes: frozenset[str]

    @property
    def pk(self) -> int:
        return APART_FROM_TOKENS + self.access.pk


def front_ends_of(actor: Actor) -> QuerySet[FrontEndAccess]:
    """The front ends that the actor let in, the newest first."""
    return visible_to(actor, FrontEndAccess.objects.select_related("client")).order_by("-given_at", "-pk")


def access_of(user: User, client: Client) -> FrontEndAccess | None:
    """What this person lets this front end do; None where they do not or not any more."""
    return FrontEndAccess.objects.filter(user=user, client=client).first()


def front_end_named(client_id: str) -> Client | None:
    """A registered front end by the name that it calls itself."""
    return Client.objects.filter(pk=client_id).first()


def clients(actor: Actor) -> QuerySet[Client]:
    """The registered front ends, for whoever looks after them."""
    return visible_to(actor, Client.objects.all())


def shown_token(plain_text: str) -> FrontEndToken | None:
    """An access token that works: none that ran out, of a closed account, or of a front end that was shut out."""
    tokens = Token.objects.select_related("user", "client")
    token = tokens.lookup(Token.Type.ACCESS_TOKEN, plain_text) if plain_text else None
    if token is None or token.user is None or not token.user.is_active or token.client is None:
        return None
    access = access_of(token.user, token.client)
    if access is None:
        return None
    access.user, access.client = token.user, token.client
    return FrontEndToken(access, frozenset(token.get_scopes()) & open_to(access))


def refreshable_scopes(plain_text: str) -> frozenset[str]:
    """What a refresh token was given for; nothing where there is no such token."""
    token = Token.objects.lookup(Token.Type.REFRESH_TOKEN, plain_text) if plain_text else None
    return frozenset(token.get_scopes()) if token else frozenset()


def living_access(pk: int) -> FrontEndToken | None:
    """The same by number, for what stays open: with all that was agreed to, while the front end still has a token."""
    rows = FrontEndAccess.objects.select_related("user", "client")
    access = rows.filter(pk=pk, user__is_active=True).first()
    kinds = (Token.Type.ACCESS_TOKEN, Token.Type.REFRESH_TOKEN)
    if access is None:
        return None
    has_token = Token.objects.valid().filter(user=access.user, client=access.client, type__in=kinds).exists()
    return FrontEndToken(access, open_to(access)) if has_token else None


def open_to(access: FrontEndAccess) -> frozenset[str]:
    """What the person agreed to last and the programme office still allows."""
    return frozenset(access.scopes) & frozenset(access.client.get_scopes())


def consented_scopes(user: User, client: Client) -> frozenset[str]:
    """What this person's living tokens for this front end hold; nothing where there are none."""
    access = access_of(user, client)
    found = living_access(access.pk) if access else None
    return found.scopes if found else frozenset()
