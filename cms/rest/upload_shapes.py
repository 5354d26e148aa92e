"""Pictures and files on their way in, in the OpenAPI document."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers

from cms.rest.shapes import FileShape, PictureSize


class NewUpload(serializers.Serializer[Any]):
    file = serializers.FileField()
    title = serializers.CharField(
        max_length=255, required=False, help_text="The name of the file where it is left out."
    )


class NewPicture(NewUpload):
    credit = serializers.CharField(max_length=255, required=False, help_text="Where the picture comes from.")


class UploadedPicture(serializers.Serializer[Any]):
    """A text shows it by a part `picture` with `image` and, in `alt`, what it shows."""

    id = serializers.IntegerField()
    title = serializers.CharField()
    credit = serializers.CharField(allow_blank=True)
    sizes = PictureSize(many=True)


class UploadedFile(FileShape):
    """A text offers it by a part `download`, or by a link."""

    class Meta:
        ref_name = "UploadedFile"


ID = OpenApiParameter("media_id", int, OpenApiParameter.PATH, description="Its `id`.")
