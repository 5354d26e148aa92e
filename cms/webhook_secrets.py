"""Secrets of webhooks, as the Standard Webhooks specification writes them: shown once, kept nowhere.

A secret is worked out from a random seed and the key of the forum. So the database alone signs nothing, and while
`SECRET_KEY` is changed, both keys sign.
"""

from __future__ import annotations

import base64
import secrets
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.crypto import salted_hmac
from standardwebhooks.webhooks import Webhook as Signer

from cms.models import Webhook

SALT = "cms.webhooks"
PREFIX = "whsec_"
OLD_SIGNS_FOR = timedelta(hours=24)
"""How long the secret before the present one signs too, so that receivers can change over."""


def new_seed() -> str:
    return secrets.token_urlsafe(32)


def secret_of(seed: str, *, key: str | bytes | None = None) -> str:
    """What the receiver is given: `whsec_` and 32 bytes in base64."""
    digest = salted_hmac(SALT, seed, secret=key, algorithm="sha256").digest()
    return PREFIX + base64.b64encode(digest).decode()


def headers_of(webhook: Webhook, message_id: str, body: str, *, at: datetime) -> dict[str, str]:
    """Id, time and signatures of one message: one for each secret that is valid now, the newest first."""
    signatures = [Signer(secret).sign(message_id, at.astimezone(UTC), body) for secret in _valid(webhook)]
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": " ".join(signatures),
    }


def _valid(webhook: Webhook) -> Iterator[str]:
    seeds = [webhook.seed]
    if webhook.previous_until is not None and webhook.previous_until > timezone.now():
        seeds.append(webhook.previous_seed)
    for seed in seeds:
        for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
            yield secret_of(seed, key=key)
