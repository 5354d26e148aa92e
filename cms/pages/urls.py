"""Addresses of pages."""

from __future__ import annotations

from django.urls import path, re_path

from cms.pages import media, start, views

urlpatterns = [
    path("", views.home, name="home"),
    path("wissen/", views.entry_list, name="entry_list"),
    path("wissen/<slug:slug>/", views.entry_detail, name="entry_detail"),
    path("themen/", views.topic_list, name="topic_list"),
    path("themen/<slug:slug>/", views.topic_detail, name="topic_detail"),
    path("start/", start.start, name="start"),
    path("medien/bild/<int:picture_id>/<str:spec>/", media.picture, name="picture"),
    re_path(r"^medien/dateien/(\d+)/(.*)$", media.document, name="wagtaildocs_serve"),
    path("medien/<path:path>", media.stored_file, name="stored_file"),
]
