"""Where all members are asked about a draft, under /entwuerfe/."""

from __future__ import annotations

from django.urls import path

from workspace.views import draft_consultations

urlpatterns = [path("<int:pk>/konsultation/neu/", draft_consultations.ask, name="open_consultation")]
