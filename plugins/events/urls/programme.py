"""Addresses of calls for contributions, of the programme and of one's own schedule."""

from __future__ import annotations

from django.urls import path

from plugins.events.pages import calls, programme, programme_planning, session_planning
from plugins.events.pages.own_place import by_link, signed_in

CALL = "<slug:slug>/aufruf/"
PROGRAMME = "<slug:slug>/programm/"

urlpatterns = [
    path(CALL, calls.call, name="programme_call"),
    path(f"{CALL}<int:pk>/", calls.change, name="change_proposal"),
    path(f"{CALL}<int:pk>/zuruecknehmen/", calls.withdraw, name="withdraw_proposal"),
    path(f"{CALL}<int:pk>/interesse/", calls.support, name="support_proposal"),
    path(PROGRAMME, programme.programme, name="programme"),
    path(f"{PROGRAMME}planen/", programme_planning.plan, name="plan_programme"),
    path(f"{PROGRAMME}aufruf/", programme_planning.set_up_call, name="set_up_programme_call"),
    path(f"{PROGRAMME}aufruf/schliessen/", programme_planning.close, name="close_programme_call"),
    path(f"{PROGRAMME}vorschlaege/<int:pk>/", programme_planning.decide, name="decide_proposal"),
    path(f"{PROGRAMME}veroeffentlichen/", programme_planning.publish, name="publish_programme"),
    path(f"{PROGRAMME}neu/", session_planning.new, name="plan_session"),
    path(f"{PROGRAMME}<int:pk>/", session_planning.edit, name="edit_session"),
    path(f"{PROGRAMME}<int:pk>/absagen/", session_planning.cancel, name="cancel_session"),
    path("<slug:slug>/mein-platz/programm/", signed_in(programme.choose), name="choose_session"),
    path("antwort/<str:token>/platz/programm/", by_link(programme.choose), name="choose_session_by_link"),
]
