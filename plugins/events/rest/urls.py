"""REST addresses of events."""

from __future__ import annotations

from django.urls import path

from plugins.events.rest import events

urlpatterns = [
    path("", events.EventsView.as_view(), name="event_list"),
    path("<int:event_id>/", events.EventView.as_view(), name="event_detail"),
]
