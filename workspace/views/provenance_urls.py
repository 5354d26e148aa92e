"""Addresses of where drafts come from and go to, below /entwuerfe/."""

from __future__ import annotations

from django.urls import path

from workspace.views import draft_joining, provenance

urlpatterns = [
    path("<int:pk>/herkunft/", provenance.trace, name="draft_trace"),
    path("<int:pk>/zusammenfuehren/", draft_joining.merge, name="merge_draft"),
    path("<int:pk>/aufteilen/", draft_joining.split, name="split_draft"),
    path("<int:pk>/herausforderungen/", draft_joining.challenges, name="draft_challenges"),
]
