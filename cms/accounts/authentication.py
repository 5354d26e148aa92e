"""Who calls the API: a token's owner within the token's scopes, or the person whose session it is."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from rest_framework import authentication, exceptions
from rest_framework.request import Request
from wagtail.models import APIToken

from cms.accounts.front_ends.actions import note_use
from cms.accounts.front_ends.queries import FrontEndToken, shown_token
from cms.accounts.models import Scope, User
from plugins.api.access import PUBLIC, Actor
from plugins.api.actors import actor_for

LAST_USE_EXACT_TO = timedelta(minutes=1)
"""A token's last use is written at most this often: reading must not become writing."""


class TokenAuthentication(authentication.BaseAuthentication):
    """`Authorization: Bearer <token>`: one that somebody made under `/konto/`, or one of a front end they let in."""

    def authenticate(self, request: Request) -> tuple[User, APIToken | FrontEndToken] | None:
        scheme, _space, plain_text = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer":
            return None
        plain_text = plain_text.strip()
        if token := _living_token(plain_text):
            _note_use(token)
            request._request._actor = actor_of_token(token)  # type: ignore[attr-defined]
            return token.user, token
        if shown := shown_token(plain_text):
            note_use(shown.access)
            request._request._actor = actor_of_front_end(shown)  # type: ignore[attr-defined]
            return shown.access.user, shown
        raise exceptions.AuthenticationFailed(_("This token does not exist or has been revoked."))

    def authenticate_header(self, request: Request) -> str:
        return "Bearer"


class SessionAuthentication(authentication.SessionAuthentication):
    """The browser's session, protected against forged requests; 401 (not 403) for whoever is not signed in."""

    def authenticate_header(self, request: Request) -> str:
        return "Bearer"

    def enforce_csrf(self, request: Request) -> None:
        try:
            super().enforce_csrf(request)
        except exceptions.PermissionDenied as error:
            sentence = _("This request did not come from a page of the forum. Reload the page, or use a token.")
            raise exceptions.PermissionDenied(sentence) from error


def actor_of_token(token: APIToken) -> Actor:
    """The owner, narrowed to what the token's scopes allow: without `read:members` only what everybody may read."""
    return _narrowed(token.user, token.lernnetz.scopes)


def actor_of_front_end(token: FrontEndToken) -> Actor:
    """The same for whoever let a front end in."""
    return _narrowed(token.access.user, token.scopes)


def _narrowed(user: User, scopes: Collection[str]) -> Actor:
    owner = actor_for(user)
    if Scope.READ_MEMBERS in scopes:
        return owner
    return Actor(user=owner.user, principals=frozenset({PUBLIC}))


def _living_token(plain_text: str) -> APIToken | None:
    if not APIToken.validate_token_format(plain_text):
        return None
    tokens = APIToken.objects.select_related("user", "lernnetz").filter(
        key_hash__in=APIToken.candidate_key_hashes(plain_text), revoked_at=None, user__is_active=True
    )
    return tokens.exclude(lernnetz=None).first()


def _note_use(token: APIToken) -> None:
    now = timezone.now()
    stale = Q(last_used_at=None) | Q(last_used_at__lt=now - LAST_USE_EXACT_TO)
    if token.last_used_at is None or token.last_used_at < now - LAST_USE_EXACT_TO:
        APIToken.objects.filter(stale, pk=token.pk).update(last_used_at=now)
