"""Addresses of the member directory."""

from __future__ import annotations

from django.urls import path

from plugins.membership.pages import directory, figures, map

urlpatterns = [
    path("mitglieder/", directory.member_list, name="member_list"),
    path("mitglieder/karte/", map.member_map, name="member_map"),
    path("mitglieder/zahlen/", figures.figures, name="member_figures"),
    path("mitglieder/zahlen.csv", figures.export, name="member_figures_csv"),
    path("mitglieder/<int:pk>/", directory.member_detail, name="member_detail"),
    path("konto/verzeichnis/", directory.own_place, name="member_profile"),
]
