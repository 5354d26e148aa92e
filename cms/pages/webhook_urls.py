"""Addresses of webhooks under `/konto/webhooks/`."""

from __future__ import annotations

from django.urls import path

from cms.pages import webhooks

urlpatterns = [
    path("", webhooks.webhook_list, name="account_webhooks"),
    path("<int:pk>/", webhooks.webhook_detail, name="account_webhook"),
    path("<int:pk>/beenden/", webhooks.webhook_end, name="account_webhook_end"),
    path("<int:pk>/zustellungen/<int:delivery_id>/erneut/", webhooks.delivery_again, name="account_webhook_again"),
]
