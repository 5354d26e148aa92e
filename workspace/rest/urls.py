"""REST addresses of working groups, under /api/v1/groups/."""

from __future__ import annotations

from django.urls import path

from workspace.rest.groups import GroupListView, GroupView

urlpatterns = [
    path("", GroupListView.as_view(), name="rest_groups"),
    path("<slug:slug>/", GroupView.as_view(), name="rest_group"),
]
