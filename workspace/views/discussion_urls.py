"""Addresses of discussions."""

from __future__ import annotations

from django.urls import path

from workspace.views import discussion, discussion_edit, discussion_lists, posts

urlpatterns = [
    path("diskussionen/", discussion_lists.overview, name="discussions"),
    path("diskussionen/neu/", discussion.start, name="start_discussion"),
    path("diskussionen/<int:pk>/", discussion.discussion, name="discussion"),
    path("diskussionen/<int:pk>/bearbeiten/", discussion_edit.edit, name="edit_discussion"),
    path("diskussionen/<int:pk>/leser/", discussion.readers, name="discussion_readers"),
    path("diskussionen/<int:pk>/zustand/<slug:what>/", discussion.turn, name="discussion_turn"),
    path("diskussionen/beitraege/<int:pk>/bearbeiten/", posts.edit, name="edit_post"),
    path("diskussionen/beitraege/<int:pk>/verlauf/", posts.history, name="post_history"),
    path("diskussionen/beitraege/<int:pk>/loeschen/", posts.delete, name="delete_post"),
    path("diskussionen/beitraege/<int:pk>/melden/", posts.report, name="report_post"),
    path("diskussionen/beitraege/<int:pk>/loesung/", posts.solve, name="solve_discussion"),
    path("diskussionen/meldungen/", discussion_lists.reports, name="post_reports"),
    path("diskussionen/meldungen/<int:pk>/", posts.resolve, name="post_report"),
    path("arbeitsgruppen/<slug:slug>/diskussionen/", discussion_lists.of_group, name="group_discussions"),
]
