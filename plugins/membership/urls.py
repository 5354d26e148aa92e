"""Addresses of the member directory and of counties as members."""

from __future__ import annotations

from django.urls import path

from plugins.membership.pages import directory, seats

urlpatterns = [
    path("mitglieder/", directory.member_list, name="member_list"),
    path("mitglieder/<int:pk>/", directory.member_detail, name="member_detail"),
    path("mitglieder/landkreise/", seats.county_list, name="member_counties"),
    path("mitglieder/landkreise/<slug:key>/", seats.county_detail, name="member_county"),
    path("mitglieder/landkreise/<slug:key>/sitz/", seats.give, name="give_seat"),
    path("mitglieder/landkreise/<slug:key>/uebergeben/<int:pk>/", seats.hand_over, name="hand_over_seat"),
    path("konto/verzeichnis/", directory.own_place, name="member_profile"),
]
