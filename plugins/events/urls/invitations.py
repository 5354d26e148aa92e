"""Addresses of rules, numbers of a year, invitations and answers. They stand before those of single events."""

from __future__ import annotations

from django.urls import path

from plugins.events.pages import answering, attendance_years, inviting, lead_times, own_places, rules

INVITATIONS = "<slug:slug>/einladungen/"

urlpatterns = [
    path("regeln/", rules.rule_list, name="event_rules"),
    path("regeln/<slug:kind>/", rules.change_rule, name="change_event_rule"),
    path("vorlauf/", lead_times.lead_times, name="event_lead_times"),
    path("teilnahme/", attendance_years.attendance_of_year, name="event_attendance"),
    path("teilnahme.csv", attendance_years.export, name="event_attendance_csv"),
    path("antwort/<str:token>/", answering.by_mail, name="answer_by_link"),
    path("eigenes/geloescht/", own_places.erased, name="own_event_data_erased"),
    path("eigenes/<str:token>/", own_places.own, name="own_event_data"),
    path("eigenes/<str:token>/loeschen/", own_places.erase, name="erase_own_event_data"),
    path(INVITATIONS, inviting.invitations, name="event_invitations"),
    path(f"{INVITATIONS}erinnern/", inviting.remind, name="remind_of_invitation"),
    path(f"{INVITATIONS}<slug:way>/", inviting.choose, name="choose_invited"),
    path("<slug:slug>/antworten/", answering.answer, name="answer_invitation_to_event"),
]
