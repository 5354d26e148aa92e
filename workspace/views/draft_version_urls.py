"""Addresses of what was kept of drafts, and of what goes in and out as files."""

from __future__ import annotations

from django.urls import path

from workspace.views import draft_exchange, draft_versions

urlpatterns = [
    path("einlesen/", draft_exchange.import_new, name="import_draft"),
    path("<int:pk>/fassungen/", draft_versions.versions, name="draft_versions"),
    path("<int:pk>/fassungen/vergleich/", draft_versions.compare, name="draft_compare"),
    path("<int:pk>/fassungen/<int:number>/", draft_versions.version, name="draft_version"),
    path("<int:pk>/fassungen/<int:number>/zurueckholen/", draft_versions.restore, name="draft_restore"),
    path("<int:pk>/ausgabe/<slug:form>/", draft_exchange.export, name="draft_export"),
    path("<int:pk>/einlesen/", draft_exchange.take_in, name="draft_import"),
]
