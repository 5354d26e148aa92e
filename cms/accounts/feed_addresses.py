"""Secret addresses of feeds: made and ended by their owner, recognised by the hash of what stands in them."""

from __future__ import annotations

import hashlib
import secrets

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from cms.accounts.authentication import LAST_USE_EXACT_TO
from cms.accounts.models import FeedAddress, User
from plugins.api.access import Actor, require
from plugins.api.errors import Invalid

SECRET_BYTES = 32
NO_NAME = _("Give the address a name, so that you recognise it later.")


@transaction.atomic
def create_feed_address(name: str, *, actor: Actor) -> tuple[FeedAddress, str]:
    """An address and its secret, which exists only in this answer. Raises Invalid without a name."""
    require(actor, "create", FeedAddress)
    if not name.strip():
        raise Invalid({"name": [str(NO_NAME)]})

    secret = secrets.token_urlsafe(SECRET_BYTES)
    address = FeedAddress.objects.create(
        user=actor.user, name=name.strip()[:100], beginning=secret[:6], secret_hash=_hash(secret)
    )
    _log("accounts.create_feed_address", address, actor)
    return address, secret


@transaction.atomic
def revoke_feed_address(address: FeedAddress, *, actor: Actor) -> None:
    """Whatever asks under it gets nothing from now on; nothing of it is kept but that it ended."""
    require(actor, "revoke", address)

    _log("accounts.revoke_feed_address", address, actor)
    address.delete()


def owner_of(secret: str) -> User | None:
    """Whose address this is; None for one that is wrong or ended, or whose owner is not active. Notes the use."""
    address = FeedAddress.objects.filter(secret_hash=_hash(secret), user__is_active=True).select_related("user").first()
    if address is None:
        return None
    _note_use(address)
    return address.user


def _note_use(address: FeedAddress) -> None:
    """At most once a minute: reading must not become writing."""
    now = timezone.now()
    if address.last_used_at is None or address.last_used_at < now - LAST_USE_EXACT_TO:
        stale = Q(last_used_at=None) | Q(last_used_at__lt=now - LAST_USE_EXACT_TO)
        FeedAddress.objects.filter(stale, pk=address.pk).update(last_used_at=now)


def _hash(secret: str) -> str:
    """Without salt: the secret is random and long, nobody can guess it from its hash."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _log(action: str, address: FeedAddress, actor: Actor) -> None:
    """The audit trail knows people by number, as for tokens."""
    log(address.user, action, user=actor.user, title=f"#{address.user_id}", data={"address": address.beginning})
