"""REST addresses of challenges."""

from __future__ import annotations

from django.urls import path

from workspace.rest import challenges

urlpatterns = [
    path("", challenges.ChallengesView.as_view(), name="challenges"),
    path("<int:challenge_id>/", challenges.ChallengeView.as_view(), name="challenge"),
]
