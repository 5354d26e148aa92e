"""REST addresses of webhooks."""

from __future__ import annotations

from django.urls import path

from cms.rest.webhook_deliveries import DeliveriesView, DeliveryView, RedeliverView
from cms.rest.webhooks import OneWebhookView, WebhookEventsView, WebhookSecretView, WebhooksView

DELIVERIES = "<int:webhook_id>/deliveries/"

urlpatterns = [
    path("", WebhooksView.as_view(), name="webhooks"),
    path("events/", WebhookEventsView.as_view(), name="webhook_events"),
    path("<int:webhook_id>/", OneWebhookView.as_view(), name="webhook"),
    path("<int:webhook_id>/secret/", WebhookSecretView.as_view(), name="webhook_secret"),
    path(DELIVERIES, DeliveriesView.as_view(), name="webhook_deliveries"),
    path(f"{DELIVERIES}<int:delivery_id>/", DeliveryView.as_view(), name="webhook_delivery"),
    path(f"{DELIVERIES}<int:delivery_id>/redeliver/", RedeliverView.as_view(), name="webhook_redeliver"),
]
