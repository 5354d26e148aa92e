"""REST addresses of files of working groups, under /api/v1/groups/."""

from __future__ import annotations

from django.urls import path

from workspace.rest import files

urlpatterns = [
    path("<slug:slug>/files/", files.GroupFilesView.as_view(), name="group_files"),
    path("<slug:slug>/files/<int:file_id>/", files.GroupFileView.as_view(), name="group_file"),
    path("<slug:slug>/files/<int:file_id>/versions/", files.FileVersionsView.as_view(), name="file_versions"),
]
