"""REST addresses of the adoption register."""

from __future__ import annotations

from django.urls import path

from plugins.membership.rest import adoptions

urlpatterns = [
    path("", adoptions.AdoptionsView.as_view(), name="adoptions"),
    path("<int:adoption_id>/", adoptions.AdoptionView.as_view(), name="adoption"),
]
