"""Addresses of the search under /cms/."""

from __future__ import annotations

from django.urls import path

from search.editing import explaining

app_name = "search_editing"
urlpatterns = [
    path("explain/", explaining.ExplainView.as_view(), name="explain"),
    path("synonym/", explaining.keep_synonym, name="keep_synonym"),
    path("place/", explaining.place, name="place"),
    path("place/<int:pk>/take-back/", explaining.take_back, name="take_back"),
]
