"""Addresses of guests and their roles."""

from __future__ import annotations

from django.urls import path

from plugins.membership.pages import mandates

urlpatterns = [
    path("", mandates.guest_list, name="guests"),
    path("neu/", mandates.record, name="record_mandate"),
    path("<int:pk>/", mandates.guest_detail, name="guest"),
    path("<int:pk>/beenden/", mandates.end, name="end_mandate"),
    path("gruppen/<int:pk>/<slug:what>/", mandates.answer, name="answer_guest"),
]
