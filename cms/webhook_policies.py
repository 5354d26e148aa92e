"""Who may know of webhooks and do what with them: whose token it is, and nobody else."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from cms.models import Webhook, WebhookDelivery
from plugins.api.access import Actor, Decision, Policy, allowed, denied


class WebhookPolicy(Policy[Webhook]):
    """Where somebody's programs are told is nobody's business but theirs."""

    model = Webhook
    closed_to_superusers = True

    def audience(self, webhook: Webhook) -> frozenset[str]:
        return frozenset({f"user:{webhook.token.user_id}"})

    def visible_to(self, actor: Actor, webhooks: QuerySet[Webhook]) -> QuerySet[Webhook]:
        return webhooks.filter(token__user__in=map(int, actor.keys("user")))

    def create(self, actor: Actor, model: type[Webhook]) -> Decision:
        return denied(_("Sign in to create a webhook.")) if actor.is_anonymous else allowed()

    def change(self, actor: Actor, webhook: Webhook) -> Decision:
        """To give it another address, other events or another secret, to switch it on or off, and to end it."""
        return allowed()


class WebhookDeliveryPolicy(Policy[WebhookDelivery]):
    """Whoever sees the webhook. What a delivery says is asked at the door apart."""

    model = WebhookDelivery
    closed_to_superusers = True

    def audience(self, delivery: WebhookDelivery) -> frozenset[str]:
        return frozenset({f"user:{delivery.webhook.token.user_id}"})

    def visible_to(self, actor: Actor, deliveries: QuerySet[WebhookDelivery]) -> QuerySet[WebhookDelivery]:
        return deliveries.filter(webhook__token__user__in=map(int, actor.keys("user")))

    def redeliver(self, actor: Actor, delivery: WebhookDelivery) -> Decision:
        if not delivery.webhook.is_on:
            return denied(_("This webhook is switched off. Switch it on first."))
        return allowed()
