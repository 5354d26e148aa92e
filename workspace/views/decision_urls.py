"""Addresses of decisions about drafts, under /entwuerfe/."""

from __future__ import annotations

from django.urls import path

from workspace.views import decisions

urlpatterns = [
    path("<int:pk>/beschluss/", decisions.overview, name="draft_decision"),
    path("<int:pk>/beschluss/fragen/", decisions.call, name="call_decision"),
    path("<int:pk>/beschluss/weiterschreiben/", decisions.resume, name="resume_draft"),
    path("<int:pk>/beschluss/<int:decision_id>/abbrechen/", decisions.call_off, name="call_decision_off"),
    path("<int:pk>/beschluss/<int:decision_id>/beenden/", decisions.finish, name="finish_decision"),
]
