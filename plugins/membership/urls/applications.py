"""Addresses of joining: the public page, applications behind their links, and the office's."""

from __future__ import annotations

from django.urls import path

from plugins.membership.pages import application_office as office
from plugins.membership.pages import application_seats as seats
from plugins.membership.pages import applications, becoming_member

LINK = "mitglied-werden/bewerbung/<str:token>/"
OFFICE = "mitglied-werden/bewerbungen/"

urlpatterns = [
    path("mitglied-werden/", becoming_member.become_member, name="become_member"),
    path("mitglied-werden/beginnen/", becoming_member.begin, name="begin_application"),
    path("mitglied-werden/beginnen/gesendet/", becoming_member.link_sent, name="application_link_sent"),
    path(LINK, applications.application, name="application"),
    path(f"{LINK}teil/<slug:part>/", applications.part, name="application_part"),
    path(f"{LINK}brief/", applications.letter, name="application_letter"),
    path(f"{LINK}brief/entfernen/", applications.remove_letter, name="remove_application_letter"),
    path(f"{LINK}absenden/", applications.hand_in, name="hand_in_application"),
    path(f"{LINK}antwort/", applications.answer, name="answer_application"),
    path(f"{LINK}zurueckziehen/", applications.withdraw, name="withdraw_application"),
    path(f"{LINK}mitlesen/", applications.invite_reader, name="invite_reader"),
    path(f"{LINK}mitlesen/beenden/", applications.end_reading, name="end_reading"),
    path(f"{LINK}kommentar/", applications.comment, name="comment_application"),
    path(f"{LINK}sitz/", seats.own_seat, name="own_seat"),
    path(f"{LINK}zweiter-sitz/", seats.give_seat, name="offer_seat"),
    path(f"{LINK}zweiter-sitz/<int:pk>/zuruecknehmen/", seats.take_back, name="take_back_seat"),
    path("mitglied-werden/sitz/<str:token>/", seats.offered_seat, name="offered_seat"),
    path("konto/bewerbung/", seats.own, name="own_applications"),
    path(OFFICE, office.application_list, name="office_applications"),
    path(f"{OFFICE}<int:pk>/", office.one, name="office_application"),
    path(f"{OFFICE}<int:pk>/brief/", office.letter, name="office_application_letter"),
    path(f"{OFFICE}<int:pk>/vollstaendig/", office.find_complete, name="find_complete"),
    path(f"{OFFICE}<int:pk>/nachfragen/", office.ask_back, name="ask_back"),
    path(f"{OFFICE}<int:pk>/entscheiden/", office.decide, name="decide_application"),
    path(f"{OFFICE}<int:pk>/senden/", office.send_decision, name="send_decision"),
]
