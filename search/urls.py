"""Addresses of the search's pages."""

from __future__ import annotations

from django.urls import path

from search import feedback, saved_pages, views

urlpatterns = [
    path("suche/", views.search, name="search"),
    path("suche/antwort/", feedback.feedback, name="search_feedback"),
    path("suche/merken/", saved_pages.save, name="save_search"),
    path("konto/suchen/", saved_pages.saved_list, name="saved_searches"),
    path("konto/suchen/<int:pk>/", saved_pages.saved, name="saved_search"),
    path("konto/suchen/<int:pk>/umbenennen/", saved_pages.rename, name="rename_search"),
    path("konto/suchen/<int:pk>/loeschen/", saved_pages.forget, name="forget_search"),
    path("suche/verwandt/<str:type>/<int:object_id>/", views.related_things, name="related"),
]
