"""How django-allauth's OpenID Connect provider behaves here."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from typing import Any, Literal
from urllib.parse import urlsplit

from allauth.idp.oidc.adapter import DefaultOIDCAdapter
from allauth.idp.oidc.models import Client
from django.core.exceptions import ValidationError

from cms.accounts.front_ends.queries import access_of
from cms.accounts.front_ends.scopes import EMAIL, LABELS
from cms.accounts.models import User


class FrontEnds(DefaultOIDCAdapter):
    """Only what the forum offers is told, and a front end that somebody shut out finds nobody behind its code."""

    scope_display = LABELS

    def generate_client_secret(self) -> str:
        return secrets.token_urlsafe(32)

    def get_claims(
        self,
        purpose: Literal["id_token", "userinfo"],
        user: User,
        client: Client,
        scopes: Iterable[str],
        email: str | None = None,
        **kwargs: Any,
    ) -> dict[str, Any]:
        """The address is the account's own, which the programme office vouches for."""
        claims: dict[str, Any] = super().get_claims(purpose, user, client, set(scopes) - {EMAIL}, **kwargs)
        claims.pop("preferred_username", None)
        if EMAIL in scopes:
            claims |= {"email": user.email, "email_verified": True}
        return claims

    def get_user_by_sub(self, client: Client, sub: str) -> User | None:
        user: User | None = super().get_user_by_sub(client, sub)
        return user if user and access_of(user, client) else None

    def validate_resource_uris(self, *, uris: list[str], **kwargs: Any) -> None:
        """There is one resource, the forum; a token for a part of it would be taken for the whole."""
        if any(urlsplit(uri).path not in ("", "/", "/api/v1/") or not self._is_ours(uri) for uri in uris):
            raise ValidationError("The only resource here is the forum itself.")

    def populate_server_metadata(self, data: dict[str, Any]) -> None:
        data.pop("device_authorization_endpoint", None)
        data |= {
            "scopes_supported": list(LABELS),
            "grant_types_supported": ["authorization_code", "refresh_token"],
            "response_types_supported": ["code"],
            "claims_supported": ["sub", "name", "given_name", "family_name", "email", "email_verified"],
            "revocation_endpoint_auth_methods_supported": data["token_endpoint_auth_methods_supported"],
        }

    def _is_ours(self, uri: str) -> bool:
        return f"{uri.rstrip('/')}/".startswith(f"{self.get_issuer()}/")
