"""The demo world: everything as in a real forum, but the password alone suffices and nobody has to wait."""

from __future__ import annotations

from cms.project import env
from cms.project.settings.base import *  # noqa: F403
from cms.project.settings.base import REST_FRAMEWORK

ACCOUNT_RATE_LIMITS = {"login": "300/m/ip", "login_failed": "300/m/ip"}
MFA_RATE_LIMITS = {"webauthn_login": "300/m/ip"}
IDP_OIDC_RATE_LIMITS = {"token": "600/m/ip"}
REST_FRAMEWORK = {**REST_FRAMEWORK, "DEFAULT_THROTTLE_RATES": {"read": None}}
LERNNETZ_REQUIRE_2FA = False
NEW_PLUGINS_ARE_ON = env.flag("LERNNETZ_NEW_PLUGINS_ON", default=True)
"""Whoever tries a plugin in the demo wants to see it."""
WEBHOOKS_TO_PRIVATE_ADDRESSES = env.flag("LERNNETZ_WEBHOOKS_TO_PRIVATE_ADDRESSES", default=True)
"""Whoever tries the demo on their own machine has their receiver there, too."""
