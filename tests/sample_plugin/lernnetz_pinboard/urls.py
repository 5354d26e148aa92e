from __future__ import annotations

from django.urls import path

from lernnetz_pinboard import views

urlpatterns = [path("", views.pinboard, name="pinboard"), path("neu/", views.pin, name="pin")]
