"""Signing in with an account of one's county (django-allauth's `socialaccount`, OpenID Connect alone)."""

from __future__ import annotations

from typing import Any

from cms.project.sign_in_elsewhere import identity_providers

SOCIALACCOUNT_ADAPTER = "cms.accounts.elsewhere.adapter.Elsewhere"
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {
    "openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": identity_providers()},
}
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_LOGIN_ON_GET = False
SOCIALACCOUNT_REAUTHENTICATION_REQUIRED = True
"""Whoever connects an account elsewhere shows first that they are who is signed in."""
SOCIALACCOUNT_REQUESTS_TIMEOUT = 10
