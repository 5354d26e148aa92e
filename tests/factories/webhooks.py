"""Webhooks, and the time at which what is announced has reached them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wagtail.models import APIToken

from cms.accounts.actions import create_token
from cms.accounts.models import Scope, User
from cms.actions.webhooks import create_webhook
from cms.models import Webhook
from cms.queries.webhooks import events as all_events
from plugins.api.actors import actor_for
from plugins.api.outbox import dispatch_pending

USUAL = (Scope.READ_PUBLIC, Scope.READ_MEMBERS, Scope.WEBHOOKS)


def make_hooking_token(person: User, *scopes: str) -> tuple[APIToken, str]:
    """A token that may have webhooks, and its plain text; without scopes it reads what the person may."""
    return create_token("Webseite", scopes or USUAL, actor=actor_for(person))


def make_webhook(
    person: User,
    url: str = "https://empfang.example/haken",
    *,
    scopes: Iterable[str] = (),
    events: Iterable[str] = ("entry.published",),
    **said: Any,
) -> Webhook:
    """A webhook of a new token of this person; `make_webhook(...).secret` is what was shown."""
    token, _plain = make_hooking_token(person, *scopes)
    webhook, secret = create_webhook(token, url=url, events=list(events), actor=actor_for(person), **said)
    webhook.secret = secret
    return webhook


def every_event() -> list[str]:
    return list(all_events())


def deliver() -> None:
    """What was announced is heard, and what is due then is sent."""
    while dispatch_pending():
        pass
