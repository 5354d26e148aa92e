"""Addresses of what stays of an event."""

from __future__ import annotations

from django.urls import path

from plugins.events.pages import afterwards

urlpatterns = [
    path("<slug:slug>/nachher/", afterwards.page, name="afterwards"),
    path("<slug:slug>/nachher/hinzufuegen/", afterwards.add, name="add_material"),
    path("<slug:slug>/nachher/ergebnis/", afterwards.add_result, name="add_result"),
    path("<slug:slug>/nachher/ergebnis/<int:pk>/aendern/", afterwards.change_result, name="change_result"),
    path("<slug:slug>/nachher/ergebnis/<int:pk>/entfernen/", afterwards.remove_result, name="remove_result"),
    path("<slug:slug>/nachher/nichts/", afterwards.nothing, name="nothing_afterwards"),
    path("<slug:slug>/nachher/aufgabe/", afterwards.task, name="meeting_task"),
    path("<slug:slug>/nachher/<int:pk>/aendern/", afterwards.change, name="change_material"),
    path("<slug:slug>/nachher/<int:pk>/entfernen/", afterwards.remove, name="remove_material"),
    path("<slug:slug>/nachher/<int:pk>/datei/<str:name>", afterwards.content, name="material_file"),
    path("<slug:slug>/nachher/<int:pk>/klein/", afterwards.small, name="material_small"),
]
