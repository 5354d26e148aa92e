"""Addresses of pages."""

from __future__ import annotations

from django.urls import path, re_path

from cms.pages import alike, barriers, confirming, feeds, media, sitemap, start, views

urlpatterns = [
    path("", views.home, name="home"),
    path("wissen/", views.entry_list, name="entry_list"),
    path("wissen/<slug:slug>/", views.entry_detail, name="entry_detail"),
    path("themen/", views.topic_list, name="topic_list"),
    path("themen/<slug:slug>/", views.topic_detail, name="topic_detail"),
    path("landkreise/wie-meiner/", alike.choose_county, name="choose_county"),
    path("start/", start.start, name="start"),
    path("start/bestaetigungen/<int:pk>/", confirming.confirmation, name="confirmation"),
    path("start/bestaetigungen/<int:pk>/vorschlag/<slug:part>/", confirming.suggestion, name="confirmation_suggestion"),
    path(
        "start/bestaetigungen/<int:pk>/entfernen/<int:suggestion_id>/",
        confirming.take_back,
        name="confirmation_take_back",
    ),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    path("robots.txt", sitemap.robots, name="robots"),
    path("barrierefreiheit/melden/", barriers.report, name="report_barrier"),
    path("barrierefreiheit/melden/danke/", barriers.received, name="barrier_reported"),
    path("feeds/", feeds.overview, name="feeds"),
    path("feeds/alle.atom", feeds.of_all, name="feed"),
    path("feeds/art/<slug:kind>.atom", feeds.of_kind, name="feed_of_kind"),
    path("feeds/persoenlich/<str:secret>.atom", feeds.of_person, name="feed_of_person"),
    path("feeds/<slug:slug>.atom", feeds.of_topic, name="feed_of_topic"),
    path("medien/bild/<int:picture_id>/<str:spec>/", media.picture, name="picture"),
    re_path(r"^medien/dateien/(\d+)/(.*)$", media.document, name="wagtaildocs_serve"),
    path("medien/<path:path>", media.stored_file, name="stored_file"),
]
