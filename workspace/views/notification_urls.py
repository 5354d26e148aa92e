"""Addresses of notifications."""

from __future__ import annotations

from django.urls import path

from workspace.views import following, notification_settings, notifications

urlpatterns = [
    path("mitteilungen/", notifications.notification_list, name="notifications"),
    path("mitteilungen/<int:pk>/", notifications.notification, name="notification"),
    path("mitteilungen/themen/", notification_settings.followed_topics, name="followed_topics"),
    path("mitteilungen/folgen/", following.followed_things, name="following"),
    path("mitteilungen/beenden/<str:token>/", notification_settings.leave, name="leave_mails"),
    path("konto/mitteilungen/", notification_settings.mail_settings, name="notification_settings"),
]
