"""Addresses of events."""

from __future__ import annotations

from django.urls import path

from plugins.events.pages import events, map

urlpatterns = [
    path("", events.event_list, name="events"),
    path("neu/", events.plan, name="plan_event"),
    path("karte/", map.event_map, name="event_map"),
    path("<slug:slug>/", events.event_detail, name="event"),
    path("<slug:slug>/bearbeiten/", events.edit, name="edit_event"),
    path("<slug:slug>/veroeffentlichen/", events.publish, name="publish_event"),
    path("<slug:slug>/absagen/", events.cancel, name="cancel_event"),
]
