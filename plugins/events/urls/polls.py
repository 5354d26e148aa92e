"""Addresses of date polls."""

from __future__ import annotations

from django.urls import path

from plugins.events.pages import polls

urlpatterns = [
    path("umfragen/neu/", polls.ask, name="ask_for_dates"),
    path("umfragen/<int:pk>/", polls.poll, name="date_poll"),
    path("umfragen/<int:pk>/<slug:what>/", polls.decide, name="decide_date_poll"),
    path("umfrage/<str:token>/", polls.by_link, name="answer_date_poll"),
]
