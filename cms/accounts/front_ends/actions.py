"""Letting front ends in and shutting them out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from allauth.idp.oidc.models import Client, Token
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from wagtail.log_actions import log

from cms.accounts.front_ends.scopes import LABELS
from cms.accounts.models import FrontEndAccess, User
from plugins.api.access import Actor, require

LAST_USE_EXACT_TO = timedelta(minutes=1)
"""Reading must not become writing."""


@transaction.atomic
def let_in(client: Client, scopes: Iterable[str], *, actor: Actor) -> FrontEndAccess:
    """The person agrees; what they agreed to last is what holds, also for tokens from before."""
    require(actor, "create", FrontEndAccess)
    agreed = {"scopes": [scope for scope in LABELS if scope in set(scopes)], "given_at": timezone.now()}
    access, _is_new = FrontEndAccess.objects.update_or_create(user=actor.user, client=client, defaults=agreed)
    _log("accounts.let_front_end_in", access.user, actor, client)
    return access


@transaction.atomic
def shut_out(access: FrontEndAccess, *, actor: Actor) -> None:
    """Nothing that the front end holds for this person works from the next request on."""
    require(actor, "withdraw", access)
    _log("accounts.shut_front_end_out", access.user, actor, access.client)
    forget_front_ends(access.user, client=access.client)


def forget_front_ends(user: User, *, client: Client | None = None) -> None:
    """All tokens of front ends for a person and what was agreed to, of one front end or of all."""
    for rows in (Token.objects.filter(user=user), FrontEndAccess.objects.filter(user=user)):
        (rows.filter(client=client) if client else rows).delete()


def note_use(access: FrontEndAccess) -> None:
    """Roughly, when the front end last asked something."""
    now = timezone.now()
    before = now - LAST_USE_EXACT_TO
    if access.last_used_at is None or access.last_used_at < before:
        stale = Q(last_used_at=None) | Q(last_used_at__lt=before)
        FrontEndAccess.objects.filter(stale, pk=access.pk).update(last_used_at=now)


def forget_used_up_tokens() -> None:
    """Tokens that ran out open nothing any more."""
    Token.objects.expired().delete()


def _log(action: str, user: User, actor: Actor, client: Client) -> None:
    log(user, action, user=actor.user, title=f"#{user.pk}", data={"front_end": client.pk})
