"""How merging and splitting drafts looks in the OpenAPI document. They describe; nothing is serialized by them."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers


class Merging(serializers.Serializer[Any]):
    source = serializers.IntegerField(  # type: ignore[assignment]  # a field of this name, no setting of the shape
        help_text="The draft whose text comes into this one. It is closed."
    )


class SectionItem(serializers.Serializer[Any]):
    """A heading, with everything up to the next one of the same rank."""

    key = serializers.CharField(help_text="Another one when another heading stands there.")
    level = serializers.IntegerField(min_value=1, max_value=3)
    heading = serializers.CharField()


class Sections(serializers.Serializer[Any]):
    sections = SectionItem(many=True)


class Splitting(serializers.Serializer[Any]):
    section = serializers.CharField(help_text="The `key` of a section.")
    title = serializers.CharField(max_length=150, help_text="Of the new draft.")
