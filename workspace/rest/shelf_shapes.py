"""How files and tasks of groups look in the OpenAPI document. They describe; nothing is serialized by them."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import OpenApiParameter, OpenApiResponse
from rest_framework import serializers

from workspace.rest.discussion_shapes import PersonName
from workspace.rest.shapes import MAY


class FileVersion(serializers.Serializer[Any]):
    """A content of a file; under `content_url` it is fetched by whoever reads it."""

    id = serializers.IntegerField()
    name = serializers.CharField()
    content_type = serializers.CharField()
    size = serializers.IntegerField(help_text="Bytes.")
    content_url = serializers.CharField()
    uploaded_by = PersonName()
    uploaded_at = serializers.DateTimeField()


class GroupFileItem(serializers.Serializer[Any]):
    """A file of a working group; one that was removed has no words and no versions."""

    id = serializers.IntegerField()
    url = serializers.CharField()
    title = serializers.CharField()
    note = serializers.CharField()
    uploaded_by = PersonName()
    created_at = serializers.DateTimeField()
    newest_at = serializers.DateTimeField(help_text="When its newest version came.")
    removed = serializers.BooleanField()
    versions = FileVersion(many=True, help_text="Those that the caller reads, the newest first.")
    may = serializers.DictField(help_text=MAY)


class GroupFileList(serializers.Serializer[Any]):
    count = serializers.IntegerField()
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)
    results = GroupFileItem(many=True)


class NewFile(serializers.Serializer[Any]):
    file = serializers.FileField()
    title = serializers.CharField(required=False, help_text="Without one it is called as the file is named.")
    note = serializers.CharField(required=False)


class NewVersion(serializers.Serializer[Any]):
    file = serializers.FileField()


class FileWords(serializers.Serializer[Any]):
    title = serializers.CharField(required=False)
    note = serializers.CharField(required=False)


class TaskItem(serializers.Serializer[Any]):
    """Something to do in a working group."""

    id = serializers.IntegerField()
    url = serializers.CharField()
    title = serializers.CharField()
    owner = PersonName(allow_null=True)
    due = serializers.DateField(allow_null=True)
    done = serializers.BooleanField()
    done_at = serializers.DateTimeField(allow_null=True)
    created_at = serializers.DateTimeField()
    may = serializers.DictField(help_text=MAY)


class TaskList(serializers.Serializer[Any]):
    count = serializers.IntegerField()
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)
    results = TaskItem(many=True)


class NewTask(serializers.Serializer[Any]):
    title = serializers.CharField()
    owner = serializers.IntegerField(required=False, allow_null=True, help_text="Number of a member of the group.")
    due = serializers.DateField(required=False, allow_null=True)


class ChangedTask(serializers.Serializer[Any]):
    """What is left out stays as it is."""

    title = serializers.CharField(required=False)
    owner = serializers.IntegerField(required=False, allow_null=True)
    due = serializers.DateField(required=False, allow_null=True)
    done = serializers.BooleanField(required=False)


GONE = OpenApiResponse(description="It is gone.")
FILE = OpenApiParameter("file_id", int, OpenApiParameter.PATH, description="Number of the file.")
TASK = OpenApiParameter("task_id", int, OpenApiParameter.PATH, description="Number of the task.")
