"""Addresses of taking part: registering, one's own place, and the pages of organisers about it."""

from __future__ import annotations

from django.urls import path

from plugins.events.pages import check_in, needs, own_place, participant_export, participants, registration
from plugins.events.pages.own_place import by_link, signed_in

OWN = "<slug:slug>/mein-platz/"
LINK = "antwort/<str:token>/platz/"
LIST = "<slug:slug>/teilnehmende/"

urlpatterns = [
    path("anmeldung/<str:token>/", registration.confirm, name="confirm_registration"),
    path("<slug:slug>/anmelden/", registration.register_for_event, name="register_for_event"),
    path("<slug:slug>/anmelden/gesendet/", registration.registration_sent, name="registration_sent"),
    path(OWN, signed_in(own_place.place), name="own_place"),
    path(f"{OWN}annehmen/", signed_in(own_place.take), name="take_place"),
    path(f"{OWN}absagen/", signed_in(own_place.leave), name="leave_place"),
    path(f"{OWN}beduerfnisse/", signed_in(own_place.needs), name="give_needs"),
    path(LINK, by_link(own_place.place), name="own_place_by_link"),
    path(f"{LINK}annehmen/", by_link(own_place.take), name="take_place_by_link"),
    path(f"{LINK}absagen/", by_link(own_place.leave), name="leave_place_by_link"),
    path(f"{LINK}beduerfnisse/", by_link(own_place.needs), name="give_needs_by_link"),
    path(LIST, participants.participants, name="event_participants"),
    path("<slug:slug>/teilnehmende.csv", participant_export.export, name="export_participants"),
    path(f"{LIST}<int:pk>/annehmen/", participants.accept, name="accept_registration"),
    path(f"{LIST}<int:pk>/ablehnen/", participants.refuse, name="refuse_registration"),
    path(f"{LIST}<int:pk>/anwesenheit/", participants.attendance, name="set_attendance"),
    path("<slug:slug>/einlass/", check_in.check_in, name="check_in"),
    path("<slug:slug>/beduerfnisse/", needs.needs, name="event_needs"),
    path("<slug:slug>/beduerfnisse/lesende/", needs.readers, name="needs_readers"),
]
