"""Addresses of the check of adopted texts, under /cms/."""

from __future__ import annotations

from django.urls import path

from workspace.desk.comparing import ChangesView

urlpatterns = [path("<int:pk>/changes/", ChangesView.as_view(), name="publication_changes")]
