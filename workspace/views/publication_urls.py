"""Addresses of publications of drafts, under /entwuerfe/."""

from __future__ import annotations

from django.urls import path

from workspace.views import publications

urlpatterns = [
    path("<int:pk>/veroeffentlichung/", publications.overview, name="draft_publication"),
    path("<int:pk>/veroeffentlichung/abgeben/", publications.submit, name="submit_publication"),
]
