"""Addresses of the search's pages."""

from __future__ import annotations

from django.urls import path

from search import feedback, views

urlpatterns = [
    path("suche/", views.search, name="search"),
    path("suche/antwort/", feedback.feedback, name="search_feedback"),
    path("suche/verwandt/<str:type>/<int:object_id>/", views.related_things, name="related"),
]
