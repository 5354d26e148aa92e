"""Addresses of drafts: lists, the text, what is said beside it."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
