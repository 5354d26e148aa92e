"""REST addresses of drafts, under /api/v1/drafts/."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
