"""Addresses of the adoption register."""

from __future__ import annotations

from django.urls import path

from plugins.membership.pages import adoptions

urlpatterns = [
    path("wissen/<slug:slug>/uebernahmen/", adoptions.of_entry, name="adoptions_of_entry"),
    path("wissen/<slug:slug>/uebernahmen/neu/", adoptions.new, name="new_adoption"),
    path("uebernahmen/", adoptions.register, name="adoptions"),
    path("uebernahmen/<int:pk>/", adoptions.adoption, name="adoption"),
    path("uebernahmen/<int:pk>/bearbeiten/", adoptions.edit, name="edit_adoption"),
    path("uebernahmen/<int:pk>/stand/", adoptions.move, name="move_adoption"),
    path("uebernahmen/<int:pk>/zuruecknehmen/", adoptions.take_back, name="take_back_adoption"),
]
