"""Addresses of the search under /cms/."""

from __future__ import annotations

from django.urls import path

from search.editing import explaining

app_name = "search_editing"
urlpatterns = [path("explain/", explaining.ExplainView.as_view(), name="explain")]
