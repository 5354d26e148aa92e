"""Addresses of files: on the shelves of groups, and of every content by itself."""

from __future__ import annotations

from django.urls import path

from workspace.views import files, stored

urlpatterns = [
    path("arbeitsgruppen/<slug:slug>/dateien/", files.of_group, name="group_files"),
    path("arbeitsgruppen/<slug:slug>/dateien/<int:pk>/", files.one, name="group_file"),
    path("arbeitsgruppen/<slug:slug>/dateien/<int:pk>/titel/", files.rename, name="rename_file"),
    path("arbeitsgruppen/<slug:slug>/dateien/<int:pk>/fassung/", files.replace, name="replace_file"),
    path("arbeitsgruppen/<slug:slug>/dateien/<int:pk>/verschieben/", files.move, name="move_file"),
    path("arbeitsgruppen/<slug:slug>/dateien/<int:pk>/entfernen/", files.remove, name="remove_file"),
    path("dateien/<int:pk>/klein/", stored.small, name="small_picture"),
    path("dateien/<int:pk>/<str:name>", stored.content, name="stored_file"),
]
