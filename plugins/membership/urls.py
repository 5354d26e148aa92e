"""Addresses of the member directory."""

from __future__ import annotations

from django.urls import path

from plugins.membership.pages import directory

urlpatterns = [
    path("mitglieder/", directory.member_list, name="member_list"),
    path("mitglieder/<int:pk>/", directory.member_detail, name="member_detail"),
    path("konto/verzeichnis/", directory.own_place, name="member_profile"),
]
