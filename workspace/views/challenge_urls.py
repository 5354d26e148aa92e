"""Addresses of challenges."""

from __future__ import annotations

from django.urls import path

from workspace.views import challenges

urlpatterns = [
    path("", challenges.overview, name="challenges"),
    path("neu/", challenges.new, name="new_challenge"),
    path("<int:pk>/", challenges.challenge, name="challenge"),
    path("<int:pk>/zurueckziehen/", challenges.withdraw, name="withdraw_challenge"),
]
