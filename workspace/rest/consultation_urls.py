"""REST addresses of consultations and what was said in them, under /api/v1/."""

from __future__ import annotations

from django.urls import path

from workspace.rest import consultations, contributions

urlpatterns = [
    path("consultations/", consultations.ConsultationsView.as_view(), name="rest_consultations"),
    path("consultations/<int:consultation_id>/", consultations.ConsultationView.as_view(), name="rest_consultation"),
    path(
        "consultations/<int:consultation_id>/text/",
        consultations.ConsultationTextView.as_view(),
        name="rest_consultation_text",
    ),
    path(
        "consultations/<int:consultation_id>/end/",
        consultations.ConsultationEndView.as_view(),
        name="rest_consultation_end",
    ),
    path(
        "consultations/<int:consultation_id>/nothing-to-add/",
        contributions.NothingToAddView.as_view(),
        name="rest_nothing_to_add",
    ),
    path(
        "consultations/<int:consultation_id>/contributions/",
        contributions.ContributionsView.as_view(),
        name="rest_contributions",
    ),
    path("contributions/<int:contribution_id>/", contributions.ContributionView.as_view(), name="rest_contribution"),
]
