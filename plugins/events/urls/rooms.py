"""Addresses of rooms."""

from __future__ import annotations

from django.urls import path

from plugins.events.pages import rooms

urlpatterns = [
    path("<slug:slug>/raum/", rooms.room, name="event_room"),
    path("<slug:slug>/raum/betreten/", rooms.enter, name="enter_event_room"),
    path("<slug:slug>/raum/einrichten/", rooms.set_up, name="set_up_event_room"),
    path("<slug:slug>/raum/aufgeben/", rooms.give_up, name="give_up_event_room"),
]
