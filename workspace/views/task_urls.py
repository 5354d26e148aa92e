"""Addresses of tasks of working groups."""

from __future__ import annotations

from django.urls import path

from workspace.views import tasks

urlpatterns = [
    path("arbeitsgruppen/<slug:slug>/aufgaben/", tasks.of_group, name="group_tasks"),
    path("arbeitsgruppen/<slug:slug>/aufgaben/<int:pk>/", tasks.edit, name="group_task"),
    path("arbeitsgruppen/<slug:slug>/aufgaben/<int:pk>/zustand/<slug:what>/", tasks.turn, name="turn_task"),
    path("arbeitsgruppen/<slug:slug>/aufgaben/<int:pk>/loeschen/", tasks.remove, name="remove_task"),
]
