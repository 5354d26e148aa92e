"""The secret address of a person's calendar."""

from __future__ import annotations

from django.urls import path

from plugins.events.pages import calendars

urlpatterns = [path("<str:token>.ics", calendars.calendar_of_person, name="calendar_of_person")]
