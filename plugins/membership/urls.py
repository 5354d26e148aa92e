"""Addresses of the member directory."""

from __future__ import annotations

from django.urls import path

from plugins.membership import pages

urlpatterns = [
    path("mitglieder/", pages.member_list, name="member_list"),
    path("mitglieder/<int:pk>/", pages.member_detail, name="member_detail"),
    path("konto/verzeichnis/", pages.own_place, name="member_profile"),
]
