"""Addresses of the transparency log."""

from __future__ import annotations

from django.urls import path

from plugins.membership.pages import office_decisions

urlpatterns = [
    path("entscheidungen/", office_decisions.log, name="office_decisions"),
    path("entscheidungen/neu/", office_decisions.note, name="note_office_decision"),
    path("entscheidungen/<int:pk>/gilt-nicht-mehr/", office_decisions.past, name="office_decision_past"),
]
