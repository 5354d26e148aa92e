"""Addresses of the member directory, of counties as members and of mentoring."""

from __future__ import annotations

from django.urls import path

from plugins.membership.pages import directory, figures, map, mentoring, mentoring_office, seats, who_sees_me

urlpatterns = [
    path("mitglieder/", directory.member_list, name="member_list"),
    path("mitglieder/karte/", map.member_map, name="member_map"),
    path("mitglieder/zahlen/", figures.figures, name="member_figures"),
    path("mitglieder/zahlen.csv", figures.export, name="member_figures_csv"),
    path("mitglieder/<int:pk>/", directory.member_detail, name="member_detail"),
    path("mitglieder/landkreise/", seats.county_list, name="member_counties"),
    path("mitglieder/landkreise/<slug:key>/", seats.county_detail, name="member_county"),
    path("mitglieder/landkreise/<slug:key>/nennen/", seats.name_in_public, name="name_county_in_public"),
    path("mitglieder/landkreise/<slug:key>/sitz/", seats.give, name="give_seat"),
    path("mitglieder/landkreise/<slug:key>/uebergeben/<int:pk>/", seats.hand_over, name="hand_over_seat"),
    path("konto/verzeichnis/", directory.own_place, name="member_profile"),
    path("konto/wer-sieht-mich/", who_sees_me.who_sees_me, name="who_sees_me"),
    path("mentoring/", mentoring.index, name="mentoring"),
    path("mentoring/angebot/", mentoring.offer, name="mentor_offer"),
    path("mentoring/neu/", mentoring_office.assign, name="assign_mentor"),
    path("mentoring/<int:pk>/", mentoring.detail, name="mentorship"),
    path("mentoring/<int:pk>/zusagen/", mentoring.accept, name="accept_mentorship"),
    path("mentoring/<int:pk>/absagen/", mentoring.decline, name="decline_mentorship"),
    path("mentoring/<int:pk>/schritte/<int:step>/erledigt/", mentoring.mark, name="mark_mentorship_step"),
    path("mentoring/<int:pk>/schritte/<int:step>/auslassen/", mentoring.skip, name="skip_mentorship_step"),
    path("mentoring/<int:pk>/wechsel/", mentoring.change, name="change_mentor"),
    path("mentoring/<int:pk>/rueckblick/", mentoring.look_back, name="look_back_at_mentorship"),
    path("mentoring/<int:pk>/beenden/", mentoring_office.end, name="end_mentorship"),
]
