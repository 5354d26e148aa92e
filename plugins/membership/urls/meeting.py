"""Addresses where members find each other: help, and common interests."""

from __future__ import annotations

from django.urls import path

from plugins.membership.pages import help_notices, matching

urlpatterns = [
    path("mitglieder/hilfe/", help_notices.notice_list, name="help_notices"),
    path("mitglieder/hilfe/neu/", help_notices.new, name="new_help_notice"),
    path("mitglieder/hilfe/<int:pk>/bearbeiten/", help_notices.edit, name="edit_help_notice"),
    path("mitglieder/hilfe/<int:pk>/beenden/", help_notices.end, name="end_help_notice"),
    path("mitglieder/gemeinsam/", matching.common_interests, name="common_interests"),
]
