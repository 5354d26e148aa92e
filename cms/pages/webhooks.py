"""Webhooks of a person's programs: where they lead, what became of deliveries, and what to do about it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cms.actions.deliveries import redeliver
from cms.actions.webhooks import change_webhook, end_webhook
from cms.models import DeliveryState, Webhook, WebhookDelivery
from cms.queries.webhooks import deliveries_of, delivery_of, events, webhook_for, webhooks_for
from plugins.api.access import may
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.lists import Asked
from plugins.api.adapters.routes import Rule, answers

ON_A_PAGE = 20
ICONS = {
    DeliveryState.PENDING: "info",
    DeliveryState.DELIVERED: "circle-check",
    DeliveryState.FAILED: "circle-alert",
}


@answers(Rule.SIGNED_IN)
@login_required
def webhook_list(request: HttpRequest) -> HttpResponse:
    """Those of all the person's tokens."""
    shown = [_shown(webhook) for webhook in webhooks_for(actor_of(request))]
    return private(render(request, "konto/webhooks.html", {"webhooks": shown}))


@answers(Rule.SIGNED_IN)
@login_required
def webhook_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One with its deliveries; a POST switches it on again, or off."""
    actor = actor_of(request)
    webhook = webhook_for(actor, pk)
    if request.method == "POST":
        is_on = request.POST.get("active") == "1"
        change_webhook(webhook, active=is_on, actor=actor)
        messages.success(request, _("The webhook is switched on.") if is_on else _("The webhook is switched off."))
        return redirect("account_webhook", pk=pk)
    page = Paginator(deliveries_of(actor, webhook), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "webhook": _shown(webhook),
        "deliveries": [_delivery(webhook, delivery, bool(may(actor, "redeliver", delivery))) for delivery in page],
        "pages": Asked(request.path, {}).pages(page),
    }
    return private(render(request, "konto/webhook.html", context))


@answers(Rule.SIGNED_IN)
@login_required
def webhook_end(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks first; after the POST nothing more is delivered."""
    actor = actor_of(request)
    webhook = webhook_for(actor, pk)
    if request.method == "POST":
        end_webhook(webhook, actor=actor)
        messages.success(request, _("The webhook has ended."))
        return redirect("account_webhooks")
    return private(render(request, "konto/webhook_end.html", {"webhook": _shown(webhook)}))


@answers(Rule.SIGNED_IN)
@login_required
@require_POST
def delivery_again(request: HttpRequest, pk: int, delivery_id: int) -> HttpResponse:
    """Has a delivery sent once more."""
    actor = actor_of(request)
    redeliver(delivery_of(actor, webhook_for(actor, pk), delivery_id), actor=actor)
    messages.success(request, _("It is sent once more now. Load this page again to see what became of it."))
    return redirect("account_webhook", pk=pk)


def _shown(webhook: Webhook) -> dict[str, Any]:
    return {
        "url": webhook.url,
        "description": webhook.description,
        "token": webhook.token.name,
        "events": [_title(name) for name in webhook.events],
        "is_on": webhook.is_on,
        "switched_off_at": webhook.switched_off_at,
        "because": webhook.get_switched_off_because_display(),
        "failing_since": webhook.failing_since,
        "created_at": webhook.created_at,
        "page_url": reverse("account_webhook", args=[webhook.pk]),
        "end_url": reverse("account_webhook_end", args=[webhook.pk]),
    }


def _title(name: str) -> str:
    """The name itself where the plugin that brought it is gone."""
    known = events()
    return str(known[name].title) if name in known else name


def _delivery(webhook: Webhook, delivery: WebhookDelivery, is_repeatable: bool) -> dict[str, Any]:
    return {
        "event": _title(delivery.event),
        "icon": ICONS[DeliveryState(delivery.state)],
        "state": delivery.get_state_display(),
        "created_at": delivery.created_at,
        "attempts": delivery.attempts,
        "status": delivery.last_status,
        "failure": delivery.get_last_failure_display(),
        "next_attempt_at": delivery.next_attempt_at,
        "again_url": reverse("account_webhook_again", args=[webhook.pk, delivery.pk]) if is_repeatable else "",
    }
