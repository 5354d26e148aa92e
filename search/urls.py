"""Addresses of the search's pages."""

from __future__ import annotations

from django.urls import path

from search import views

urlpatterns = [
    path("suche/", views.search, name="search"),
    path("suche/verwandt/<str:type>/<int:object_id>/", views.related_things, name="related"),
]
