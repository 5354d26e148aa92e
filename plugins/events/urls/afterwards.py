"""Addresses of what stays of an event."""

from __future__ import annotations

from django.urls import path

from plugins.events.pages import afterwards, materials, results

urlpatterns = [
    path("<slug:slug>/nachher/", afterwards.page, name="afterwards"),
    path("<slug:slug>/nachher/hinzufuegen/", materials.add, name="add_material"),
    path("<slug:slug>/nachher/ergebnis/", results.add, name="add_result"),
    path("<slug:slug>/nachher/ergebnis/<int:pk>/aendern/", results.change, name="change_result"),
    path("<slug:slug>/nachher/ergebnis/<int:pk>/entfernen/", results.remove, name="remove_result"),
    path("<slug:slug>/nachher/nichts/", afterwards.nothing, name="nothing_afterwards"),
    path("<slug:slug>/nachher/aufgabe/", afterwards.task, name="meeting_task"),
    path("<slug:slug>/nachher/<int:pk>/aendern/", materials.change, name="change_material"),
    path("<slug:slug>/nachher/<int:pk>/entfernen/", materials.remove, name="remove_material"),
    path("<slug:slug>/nachher/<int:pk>/datei/<str:name>", materials.content, name="material_file"),
    path("<slug:slug>/nachher/<int:pk>/klein/", materials.small, name="material_small"),
]
