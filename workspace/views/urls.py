"""Addresses of working groups, under /arbeitsgruppen/."""

from __future__ import annotations

from django.urls import path

from workspace.views import asking, group, leading, lists

urlpatterns = [
    path("", lists.group_list, name="groups"),
    path("vorschlagen/", lists.propose, name="propose_group"),
    path("<slug:slug>/", group.group_page, name="group"),
    path("<slug:slug>/mitglieder/", group.members, name="group_members"),
    path("<slug:slug>/mitglieder/einladen/", asking.invite, name="group_invite"),
    path("<slug:slug>/mitglieder/<int:pk>/", leading.place, name="group_place"),
    path("<slug:slug>/mitglieder/<int:pk>/beenden/", leading.remove, name="group_remove"),
    path("<slug:slug>/berichte/", group.reports, name="group_reports"),
    path("<slug:slug>/berichte/neu/", leading.report, name="group_report"),
    path("<slug:slug>/einstellungen/", leading.settings, name="group_settings"),
    path("<slug:slug>/mitmachen/", asking.take_part, name="group_take_part"),
    path("<slug:slug>/anfragen/", asking.ask_for_access, name="group_ask"),
    path("<slug:slug>/anfragen/<int:pk>/", asking.admission, name="group_admission"),
    path("<slug:slug>/verlassen/", asking.leave, name="group_leave"),
    path("<slug:slug>/abschliessen/", leading.close, name="group_close"),
    path("<slug:slug>/zustand/<slug:what>/", leading.turn, name="group_turn"),
]
