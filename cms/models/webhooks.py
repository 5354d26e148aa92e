"""Webhooks: which address wants to be told what, on behalf of which token, and what became of each delivery."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import APIToken


class SwitchedOff(models.TextChoices):
    """What switched a webhook off."""

    FAILING = "failing", _("For three days nothing could be delivered.")
    GONE = "gone", _("The receiver answered that it wants nothing any more (status 410).")
    OWNER = "owner", _("You or your program switched it off.")


class Webhook(models.Model):
    """An address that is told about some events, within what a token reads. It ends with its token.

    Of its secret only a seed is stored (`cms.webhook_secrets`): without the key of the forum it is worth nothing.
    """

    token = models.ForeignKey(APIToken, on_delete=models.CASCADE, related_name="webhooks")
    url = models.CharField(_("address"), max_length=500)
    events = models.JSONField(default=list)
    """Names of `WebhookEvent`s."""
    description = models.CharField(_("description"), max_length=200, blank=True)
    seed = models.CharField(max_length=64, editable=False)
    previous_seed = models.CharField(max_length=64, blank=True, editable=False)
    previous_until = models.DateTimeField(null=True, editable=False)
    """Until when the secret before this one signs as well."""
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    failing_since = models.DateTimeField(null=True, editable=False)
    """The first failure after which nothing has been delivered."""
    switched_off_at = models.DateTimeField(null=True, editable=False)
    switched_off_because = models.CharField(max_length=10, choices=SwitchedOff.choices, blank=True, editable=False)

    class Meta:
        verbose_name = _("webhook")
        verbose_name_plural = _("webhooks")
        ordering = ("pk",)

    def __str__(self) -> str:
        """A number: addresses can hold secrets."""
        return f"#{self.pk}"

    @property
    def is_on(self) -> bool:
        return self.switched_off_at is None


class DeliveryState(models.TextChoices):
    PENDING = "pending", _("not delivered yet")
    DELIVERED = "delivered", _("delivered")
    FAILED = "failed", _("given up")


class Failure(models.TextChoices):
    """Why an attempt did not arrive; said in few words, and nothing of what the receiver answered."""

    ADDRESS = "address", _("The name of the receiver leads nowhere, or to an address that is not public.")
    CONNECTION = "connection", _("No connection came about.")
    TLS = "tls", _("The certificate of the receiver is not valid for its name.")
    TIMEOUT = "timeout", _("The receiver took longer than ten seconds.")
    STATUS = "status", _("The receiver answered with another status than 2xx.")


class WebhookDelivery(models.Model):
    """One message on its way: which fact, for which webhook. What it says is worked out anew at each attempt."""

    webhook = models.ForeignKey(Webhook, on_delete=models.CASCADE, related_name="deliveries")
    message_id = models.CharField(max_length=40, unique=True)
    """The same in every attempt: by it a receiver knows what it has had already."""
    event = models.CharField(max_length=100)
    fact = models.CharField(max_length=100)
    values = models.JSONField()
    key = models.CharField(max_length=64)
    """Under which the webhook is told of the event once."""
    state = models.CharField(max_length=10, choices=DeliveryState.choices, default=DeliveryState.PENDING)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    due_at = models.DateTimeField(default=timezone.now)
    claimed_until = models.DateTimeField(null=True)
    """While somebody sends it."""
    attempts = models.PositiveIntegerField(default=0)
    round = models.PositiveIntegerField(default=0)
    """Failed attempts since the last beginning, which is the first attempt or a redelivery."""
    last_attempt_at = models.DateTimeField(null=True)
    last_status = models.PositiveIntegerField(null=True)
    last_failure = models.CharField(max_length=12, choices=Failure.choices, blank=True)

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        ordering = ("-pk",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["webhook", "event", "key"], name="one_delivery_per_webhook_and_key")
        ]
        indexes = [models.Index(fields=["state", "due_at"], name="webhook_delivery_due")]

    def __str__(self) -> str:
        return self.message_id

    @property
    def next_attempt_at(self) -> datetime | None:
        return self.due_at if self.state == DeliveryState.PENDING else None
