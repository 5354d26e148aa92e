"""Addresses of consultations, under /konsultationen/."""

from __future__ import annotations

from django.urls import path

from workspace.views import consultations, contribution_export, contributions

urlpatterns = [
    path("", consultations.overview, name="consultations"),
    path("<int:pk>/", consultations.consultation, name="consultation"),
    path("<int:pk>/nichts-hinzuzufuegen/", consultations.nothing, name="nothing_to_add"),
    path("<int:pk>/beenden/", consultations.end, name="end_consultation"),
    path("<int:pk>/beitraege/", contributions.overview, name="contributions"),
    path("<int:pk>/beitraege.csv", contribution_export.export, name="export_contributions"),
    path("<int:pk>/beitraege/<int:contribution_id>/antwort/", contributions.answer, name="answer_contribution"),
    path("<int:pk>/beitraege/<int:contribution_id>/aendern/", contributions.change, name="change_contribution"),
    path(
        "<int:pk>/beitraege/<int:contribution_id>/zuruecknehmen/", contributions.withdraw, name="withdraw_contribution"
    ),
]
