"""Looking up webhooks, the events that there are, and what a delivery says to whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import QuerySet
from wagtail.models import APIToken

from cms.accounts.authentication import actor_of_token
from cms.accounts.models import Scope
from cms.models import Webhook, WebhookDelivery
from plugins.api.access import PUBLIC, Actor, audience_of, may, visible_to
from plugins.api.errors import Missing
from plugins.api.extensions import WebhookEvent
from plugins.api.facts import Fact
from plugins.api.plugin import Plugin
from plugins.api.registry import registry

CONFIDENTIAL = ("id", "class")
"""All that is said about what not everybody may read."""


def events() -> dict[str, WebhookEvent]:
    """Everything that a webhook can be told, by name."""
    return {event.name: event for event in registry.records(WebhookEvent)}


def at_rest(names: Iterable[str]) -> list[str]:
    """Those of these events that plugins bring which are switched off: nobody can choose them now, and none is lost."""
    known = {event.name for _plugin, event in events_by_plugin()}
    return [name for name in names if name in known and name not in events()]


def is_told(fact: Fact) -> bool:
    """Whether there is an event for such a fact."""
    return any(isinstance(fact, event.facts) for event in registry.records(WebhookEvent))


def events_by_plugin() -> list[tuple[Plugin, WebhookEvent]]:
    """Each event with the plugin that brings it, the core first."""
    return [(one.origin, one.record) for one in registry.registrations(WebhookEvent)]


def webhooks_for(actor: Actor, token: APIToken | None = None) -> QuerySet[Webhook]:
    """The actor's webhooks, those of one token where one is given, in the order in which they were made."""
    found = visible_to(actor, Webhook.objects.select_related("token")).order_by("pk")
    return found if token is None else found.filter(token=token)


def webhook_for(actor: Actor, pk: int, token: APIToken | None = None) -> Webhook:
    """Raises Missing for what is not the actor's, or belongs to another token."""
    if (found := webhooks_for(actor, token).filter(pk=pk).first()) is None:
        raise Missing
    return found


def has_webhooks(actor: Actor) -> bool:
    return webhooks_for(actor).exists()


def deliveries_of(actor: Actor, webhook: Webhook) -> QuerySet[WebhookDelivery]:
    """The newest first. What has not been tried is not there: nobody has asked yet whether the owner may know of it."""
    rows = WebhookDelivery.objects.filter(webhook=webhook, attempts__gt=0).select_related("webhook__token")
    return visible_to(actor, rows).order_by("-pk")


def delivery_of(actor: Actor, webhook: Webhook, pk: int) -> WebhookDelivery:
    """Raises Missing."""
    if (found := deliveries_of(actor, webhook).filter(pk=pk).first()) is None:
        raise Missing
    return found


def wanting(names: Iterable[str]) -> dict[str, list[int]]:
    """Name of an event -> the webhooks that are on and want it."""
    names = set(names)
    wanted: dict[str, list[int]] = {}
    for pk, chosen in Webhook.objects.filter(switched_off_at=None).values_list("pk", "events"):
        for name in names.intersection(chosen):
            wanted.setdefault(name, []).append(pk)
    return wanted


def works(token: APIToken) -> bool:
    """Whether a token may still be told anything."""
    made_for = getattr(token, "lernnetz", None)
    is_alive = token.revoked_at is None and token.user.is_active
    return is_alive and made_for is not None and Scope.WEBHOOKS in made_for.scopes


def scopes_lacking(token: APIToken, names: Iterable[str]) -> list[str]:
    """What the token would need to have to be told of these events."""
    needed = {events()[name].scope for name in names} - {"", *token.lernnetz.scopes}
    return sorted(needed)


def message(delivery: WebhookDelivery) -> dict[str, Any] | None:
    """What a delivery says, asked at the door now; None where the token's owner may not know of the thing."""
    event, token = events().get(delivery.event), delivery.webhook.token
    if event is None or not works(token) or scopes_lacking(token, [event.name]):
        return None
    told = _told(event, _fact(delivery), actor_of_token(token))
    if told is None:
        return None
    return {"type": event.name, "timestamp": delivery.created_at.isoformat(), "data": told}


def _told(event: WebhookEvent, fact: Fact | None, actor: Actor) -> Mapping[str, Any] | None:
    about = event.about(fact) if fact is not None else None
    if about is None or not may(actor, "see", about):
        return None
    data = event.data(about)
    if PUBLIC in audience_of(about):
        return data
    return {name: data[name] for name in CONFIDENTIAL}


def _fact(delivery: WebhookDelivery) -> Fact | None:
    """None when the fact is one of a plugin that is gone, or has other values today."""
    try:
        return Fact.from_payload(delivery.fact, delivery.values)
    except (KeyError, TypeError):
        return None
