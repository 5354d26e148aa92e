"""Where a person makes and ends the address of their calendar."""

from __future__ import annotations

from django.urls import path

from plugins.events.pages import calendars

urlpatterns = [
    path("", calendars.own_calendar, name="own_calendar"),
    path("adresse/", calendars.renew, name="renew_calendar_address"),
    path("beenden/", calendars.end, name="end_calendar_address"),
]
