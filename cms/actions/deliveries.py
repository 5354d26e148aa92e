"""Telling programs outside: a fact becomes one delivery for each webhook that wants it, and each is tried until it
arrives, as the Standard Webhooks specification proposes.
"""

from __future__ import annotations

import hashlib
import json
import random
import secrets
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Final

from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from cms.actions.webhooks import switch_off
from cms.delivering import Outcome, send
from cms.facts import DeliveriesDue, WebhookSwitchedOff
from cms.models import DeliveryState, SwitchedOff, Webhook, WebhookDelivery
from cms.queries.webhooks import events, message, wanting, works
from cms.webhook_secrets import headers_of
from plugins.api.access import Actor, require
from plugins.api.extensions import WebhookEvent
from plugins.api.facts import Fact
from plugins.api.outbox import announce

WAITS: Final = (
    timedelta(seconds=5),
    timedelta(minutes=5),
    timedelta(minutes=30),
    *(timedelta(hours=hours) for hours in (2, 5, 10, 14, 20, 24)),
)
"""How long to wait after each failed attempt; after the last one the delivery is given up."""
JITTER: Final = 0.1
"""By up to this part the waits are longer or shorter, so that not everything comes back at once."""
PATIENCE: Final = timedelta(days=3)
"""After so long without any success a webhook is switched off."""
KEPT: Final = timedelta(days=30)
CLAIM: Final = timedelta(minutes=2)
"""How long nobody else sends what somebody is sending: longer than an attempt can take."""
MOST_OF_ONE_PERSON: Final = 2
"""Of one person no more are sent at once, so that slow receivers hold up nobody else's."""


def note_facts(facts: Iterable[Fact]) -> None:
    """One delivery for each fact and webhook that wants it, however often the fact is heard.

    Whether the owner may know of it is asked when it is sent; until then nobody is told that it is there.
    """
    heard = list(_heard(facts))
    wanted = wanting(event.name for event, _fact in heard) if heard else {}
    rows = [
        row for event, fact in heard if event.name in wanted for row in _deliveries(wanted[event.name], event, fact)
    ]
    if rows:
        with transaction.atomic():
            WebhookDelivery.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)
            announce(DeliveriesDue())


def _heard(facts: Iterable[Fact]) -> Iterator[tuple[WebhookEvent, Fact]]:
    known = list(events().values())
    for fact in facts:
        yield from ((event, fact) for event in known if isinstance(fact, event.facts))


def _deliveries(webhooks: Iterable[int], event: WebhookEvent, fact: Fact) -> Iterator[WebhookDelivery]:
    key = hashlib.sha256(f"{fact.name}:{event.key(fact)}".encode()).hexdigest()
    for webhook_id in webhooks:
        yield WebhookDelivery(
            webhook_id=webhook_id,
            message_id=f"msg_{secrets.token_hex(14)}",
            event=event.name,
            fact=fact.name,
            values=json.loads(json.dumps(fact.as_payload())),
            key=key,
        )


@transaction.atomic
def redeliver(delivery: WebhookDelivery, *, actor: Actor) -> WebhookDelivery:
    """It is sent once more, at once, and tried as often as the first time."""
    delivery = WebhookDelivery.objects.select_for_update(of=("self",)).get(pk=delivery.pk)
    require(actor, "redeliver", delivery)

    delivery.state, delivery.due_at, delivery.round = DeliveryState.PENDING, timezone.now(), 0
    delivery.save(update_fields=["state", "due_at", "round"])
    announce(DeliveriesDue())
    return delivery


def due() -> QuerySet[WebhookDelivery]:
    """What can be sent now and nobody is sending."""
    return _unclaimed().filter(due_at__lte=timezone.now(), webhook__switched_off_at=None)


def _unclaimed() -> QuerySet[WebhookDelivery]:
    free = Q(claimed_until=None) | Q(claimed_until__lt=timezone.now())
    return WebhookDelivery.objects.filter(free, state=DeliveryState.PENDING)


def claim_next() -> int | None:
    """The number of the delivery that is longest due, which nobody else sends for a while; None when nothing is.

    Of one webhook one is sent at a time, of one person two.
    """
    for pk in _fairly(due()).order_by("due_at", "pk").values_list("pk", flat=True)[:10]:
        # without a join, so that whoever comes second looks at the row as the first has left it
        if _unclaimed().filter(pk=pk).update(claimed_until=timezone.now() + CLAIM):
            return pk
    return None


def _fairly(waiting: QuerySet[WebhookDelivery]) -> QuerySet[WebhookDelivery]:
    under_way = WebhookDelivery.objects.filter(claimed_until__gte=timezone.now()).order_by()
    people = under_way.values("webhook__token__user").annotate(many=Count("pk")).filter(many__gte=MOST_OF_ONE_PERSON)
    busy = Q(webhook__in=under_way.values("webhook")) | Q(
        webhook__token__user__in=people.values("webhook__token__user")
    )
    return waiting.exclude(busy)


def attempt(delivery_id: int) -> None:
    """Send what was claimed, outside any transaction. What the owner may not know of is forgotten instead."""
    rows = WebhookDelivery.objects.select_related("webhook__token__user", "webhook__token__lernnetz")
    delivery = rows.filter(pk=delivery_id).first()
    if delivery is None:
        return
    if not works(delivery.webhook.token):
        delivery.webhook.delete()
        return
    told = message(delivery)
    if told is None:
        delivery.delete()
        return
    body = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    headers = headers_of(delivery.webhook, delivery.message_id, body, at=timezone.now())
    _note(delivery_id, send(delivery.webhook.url, headers, body.encode()))


@transaction.atomic
def _note(delivery_id: int, outcome: Outcome) -> None:
    """What came of it, for the delivery and its webhook; nothing where both are gone by now."""
    delivery = WebhookDelivery.objects.select_for_update(of=("self",)).filter(pk=delivery_id).first()
    if delivery is None:
        return
    webhook = Webhook.objects.select_for_update().get(pk=delivery.webhook_id)
    delivery.attempts += 1
    delivery.claimed_until, delivery.last_attempt_at = None, timezone.now()
    delivery.last_status, delivery.last_failure = outcome.status, outcome.failure
    if outcome.has_arrived:
        delivery.state = DeliveryState.DELIVERED
    elif delivery.state == DeliveryState.PENDING:  # it was not given up meanwhile
        _try_again(delivery)
    delivery.save()
    _note_for_webhook(webhook, outcome)


def _try_again(delivery: WebhookDelivery) -> None:
    if delivery.round >= len(WAITS):
        delivery.state = DeliveryState.FAILED
        return
    wait = WAITS[delivery.round] * random.uniform(1 - JITTER, 1 + JITTER)  # noqa: S311  (no secret)
    delivery.due_at = timezone.now() + wait
    delivery.round += 1


def _note_for_webhook(webhook: Webhook, outcome: Outcome) -> None:
    if not webhook.is_on:
        return
    if outcome.has_arrived:
        Webhook.objects.filter(pk=webhook.pk).exclude(failing_since=None).update(failing_since=None)
        return
    if webhook.failing_since is None:
        webhook.failing_since = timezone.now()
        webhook.save(update_fields=["failing_since"])
    if outcome.is_gone or timezone.now() - webhook.failing_since >= PATIENCE:
        switch_off(webhook, SwitchedOff.GONE if outcome.is_gone else SwitchedOff.FAILING)
        announce(WebhookSwitchedOff(webhook.pk, timezone.now().isoformat()))


def forget_old_deliveries() -> None:
    """Deliveries are kept for thirty days."""
    WebhookDelivery.objects.filter(created_at__lt=timezone.now() - KEPT).delete()
