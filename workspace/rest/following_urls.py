"""REST addresses of what the caller follows."""

from __future__ import annotations

from django.urls import path

from workspace.rest.following import FollowedView, FollowingView

urlpatterns = [
    path("", FollowingView.as_view(), name="rest_following"),
    path("<slug:kind>/<int:thing_id>/", FollowedView.as_view(), name="rest_followed"),
]
