"""Webhooks of somebody: one that is on and one that is off, each with deliveries in every state."""

from __future__ import annotations

from cms.accounts.models import User
from cms.actions.webhooks import change_webhook
from cms.models import DeliveryState, Entry, Webhook, WebhookDelivery
from plugins.api.actors import actor_for
from tests.factories import make_webhook


def hook_up(person: User, entry: Entry) -> None:
    on, off = make_webhook(person), make_webhook(person)
    change_webhook(off, active=False, actor=actor_for(person))
    for webhook in (on, off):
        note_deliveries(webhook, entry)


def note_deliveries(webhook: Webhook, entry: Entry) -> None:
    """What was told of an entry, as if it had been tried once."""
    for number, state in enumerate(DeliveryState.values, 1):
        WebhookDelivery.objects.create(
            webhook=webhook,
            message_id=f"msg_{webhook.pk}_{number}",
            event="entry.published",
            fact="EntryPublished",
            values={"entry_id": entry.pk, "number": number},
            key=str(number),
            state=state,
            attempts=1,
        )
