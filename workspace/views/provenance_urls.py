"""Addresses of where drafts come from and go to, below /entwuerfe/."""

from __future__ import annotations

from django.urls import path

from workspace.views import provenance

urlpatterns = [
    path("<int:pk>/herkunft/", provenance.trace, name="draft_trace"),
]
