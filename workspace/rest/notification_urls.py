"""REST addresses of notifications."""

from __future__ import annotations

from django.urls import path

from workspace.rest.notifications import NotificationListView, NotificationReadView

urlpatterns = [
    path("", NotificationListView.as_view(), name="notifications"),
    path("<int:notification_id>/read/", NotificationReadView.as_view(), name="read_notification"),
]
