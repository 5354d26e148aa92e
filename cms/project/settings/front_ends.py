"""The forum as OpenID Connect provider for front ends elsewhere (django-allauth's `idp.oidc`)."""

from __future__ import annotations

IDP_OIDC_ADAPTER = "cms.accounts.front_ends.adapter.FrontEnds"
IDP_OIDC_ACCESS_TOKEN_EXPIRES_IN = 60 * 60
IDP_OIDC_REFRESH_TOKEN_EXPIRES_IN = 60 * 60 * 24 * 90
IDP_OIDC_RATE_LIMITS: dict[str, str] = {"token": "60/m/ip"}
