"""What webhooks plug in: addresses, policies, what is told, sending it, and where people look after them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from cms import listeners, personal_data, remains, schedules, sending
from cms.accounts.facts import RightsChanged, TokenRevoked
from cms.demo.webhooks import load_webhook
from cms.facts import DeliveriesDue
from cms.models import Webhook
from cms.queries.webhooks import has_webhooks, is_told
from cms.webhook_events import entry_events
from cms.webhook_policies import WebhookDeliveryPolicy, WebhookPolicy
from plugins.api import extensions as slots
from plugins.api.facts import Fact

LOOK_EVERY = timedelta(seconds=15)
"""How exactly the second attempt comes after five seconds, and every other one in its time."""


def webhook_records() -> Iterator[Any]:
    yield slots.PolicyRecord(WebhookPolicy())
    yield slots.PolicyRecord(WebhookDeliveryPolicy())
    yield slots.RestMount("webhooks/", "cms.rest.webhook_urls")
    yield slots.UrlMount("konto/webhooks/", "cms.pages.webhook_urls")
    yield slots.AccountPage(
        _("Webhooks"),
        _("Where your programs are told what, and whether it arrives."),
        "account_webhooks",
        42,
        "bell",
        shown_to=has_webhooks,
    )
    yield slots.Remains("cms.webhooks", _("Deliveries to programs"), remains.deliveries_about, remains.forget_events)
    yield from entry_events()
    yield slots.FactListener("cms.tell_programs", (Fact,), listeners.tell_programs, wants=is_told)
    yield slots.FactListener("cms.send_webhooks", (DeliveriesDue,), sending.hear)
    yield slots.FactListener("cms.end_webhooks", (TokenRevoked, RightsChanged), listeners.end_webhooks)
    yield slots.TaskSchedule("cms.send_webhooks", LOOK_EVERY, sending.send_what_is_due)
    yield slots.TaskSchedule("cms.tidy_webhooks", timedelta(days=1), schedules.tidy_webhooks)
    yield slots.PersonalData(
        title=_("Webhooks"),
        models=(Webhook,),
        hand_out=personal_data.hand_out_webhooks,
        erase=personal_data.erase_webhooks,
        text=_("Addresses that your programs gave, and what was delivered there in the last 30 days. Only you see it."),
    )
    yield slots.DemoData(
        order=99,
        load=load_webhook,
        to_try=(_("Look after the webhooks of programs, as member: %(url)skonto/webhooks/"),),
    )
