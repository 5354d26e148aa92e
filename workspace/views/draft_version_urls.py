"""Addresses of what was kept of drafts, and of what goes in and out as files."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
