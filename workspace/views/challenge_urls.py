"""Addresses of challenges."""

from __future__ import annotations

from django.urls import path

from workspace.views import challenge_entries, challenge_requests, challenges

urlpatterns = [
    path("", challenges.overview, name="challenges"),
    path("neu/", challenges.new, name="new_challenge"),
    path("<int:pk>/", challenges.challenge, name="challenge"),
    path("<int:pk>/fragen/", challenge_requests.ask, name="ask_about_challenge"),
    path("anfragen/<int:pk>/absagen/", challenge_requests.decline, name="decline_challenge_request"),
    path("<int:pk>/beitrag/", challenge_entries.prepare, name="challenge_entry"),
    path("zitate/<int:pk>/", challenge_entries.answer, name="quote_request"),
    path("<int:pk>/zurueckziehen/", challenges.withdraw, name="withdraw_challenge"),
]
