"""REST addresses of discussions."""

from __future__ import annotations

from django.urls import path

from workspace.rest import discussions

urlpatterns = [
    path("groups/<slug:slug>/discussions/", discussions.GroupDiscussionsView.as_view(), name="group_discussions"),
    path("discussions/<int:discussion_id>/", discussions.DiscussionView.as_view(), name="discussion"),
    path("discussions/<int:discussion_id>/posts/", discussions.PostsView.as_view(), name="posts"),
]
