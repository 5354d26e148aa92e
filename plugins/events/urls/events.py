"""Addresses of events."""

from __future__ import annotations

from django.urls import path

from plugins.events.pages import calendars, events, map, occurrences

urlpatterns = [
    path("", events.event_list, name="events"),
    path("neu/", events.plan, name="plan_event"),
    path("kalender/<uuid:uid>/", calendars.event_by_uid, name="event_by_uid"),
    path("<slug:slug>/termin.ics", calendars.event_file, name="event_file"),
    path("<slug:slug>/daten/", occurrences.date_list, name="event_dates"),
    path("<slug:slug>/daten/<int:pk>/verlegen/", occurrences.move, name="move_date"),
    path("<slug:slug>/daten/<int:pk>/absagen/", occurrences.cancel, name="cancel_date"),
    path("karte/", map.event_map, name="event_map"),
    path("<slug:slug>/", events.event_detail, name="event"),
    path("<slug:slug>/bearbeiten/", events.edit, name="edit_event"),
    path("<slug:slug>/veroeffentlichen/", events.publish, name="publish_event"),
    path("<slug:slug>/absagen/", events.cancel, name="cancel_event"),
]
