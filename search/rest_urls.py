"""REST addresses of the search."""

from __future__ import annotations

from django.urls import path

from search import rest

urlpatterns = [
    path("search/", rest.SearchView.as_view(), name="search"),
    path("suggest/", rest.SuggestView.as_view(), name="suggest"),
]
