"""Addresses of events on the pages of working groups."""

from __future__ import annotations

from django.urls import path

from plugins.events.pages import elsewhere

urlpatterns = [path("<slug:slug>/termine/", elsewhere.of_group, name="group_events")]
