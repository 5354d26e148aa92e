"""How discussions and posts look in the OpenAPI document. They describe; nothing is serialized by them."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers

from cms.models import Quotability
from plugins.api.adapters.rest_params import DEFAULT_LIMIT, LARGEST_LIMIT
from workspace.models import DiscussionReach


class PersonName(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    name = serializers.CharField()


class AttachmentItem(serializers.Serializer[Any]):
    """A file or picture that hangs on a post; whoever reads the post fetches it under `content_url`."""

    id = serializers.IntegerField()
    name = serializers.CharField()
    content_type = serializers.CharField()
    size = serializers.IntegerField(help_text="Bytes.")
    content_url = serializers.CharField()
    alt = serializers.CharField(help_text="What a picture shows.")


class PostItem(serializers.Serializer[Any]):
    """A post; one that was deleted has no words."""

    id = serializers.IntegerField()
    url = serializers.CharField()
    author = PersonName()
    county = serializers.CharField(allow_null=True, help_text="For which county the author spoke.")
    html = serializers.CharField(help_text="Cleaned: nothing in it runs or loads from elsewhere.")
    text = serializers.CharField(help_text="Plain text.")
    quoted = serializers.IntegerField(allow_null=True, help_text="The post that this one is about, if it can be read.")
    created_at = serializers.DateTimeField()
    edited_at = serializers.DateTimeField(allow_null=True)
    deleted = serializers.BooleanField()
    attachments = AttachmentItem(many=True)
    may = serializers.DictField(help_text="Verb → true, or the sentence why not.")


class DiscussionItem(serializers.Serializer[Any]):
    """A discussion that the caller reads."""

    id = serializers.IntegerField()
    url = serializers.CharField()
    title = serializers.CharField()
    group = serializers.CharField(allow_null=True, help_text="Slug of the working group.")
    quotable = serializers.ChoiceField(Quotability.values)
    persons = PersonName(many=True, help_text="Where the class is `persons`: who reads it beside the author.")
    author = PersonName()
    created_at = serializers.DateTimeField()
    last_post_at = serializers.DateTimeField()
    closed_at = serializers.DateTimeField(allow_null=True)
    answer = serializers.IntegerField(allow_null=True, help_text="The post that solved it.")
    may = serializers.DictField(help_text="Verb → true, or the sentence why not.")

    def get_fields(self) -> dict[str, Any]:
        """`class` is no name that Python would take."""
        return {**super().get_fields(), "class": serializers.ChoiceField(DiscussionReach.values)}


class DiscussionList(serializers.Serializer[Any]):
    count = serializers.IntegerField()
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)
    results = DiscussionItem(many=True)


class PostList(serializers.Serializer[Any]):
    count = serializers.IntegerField()
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)
    results = PostItem(many=True)


class NewDiscussion(serializers.Serializer[Any]):
    title = serializers.CharField()
    text = serializers.CharField()
    persons = serializers.ListField(
        child=serializers.IntegerField(), required=False, help_text="Needed where the class is `persons`."
    )
    quotable = serializers.ChoiceField(Quotability.values, required=False)

    def get_fields(self) -> dict[str, Any]:
        """`class` is no name that Python would take."""
        choice = serializers.ChoiceField(
            DiscussionReach.values, required=False, help_text="`group` unless said otherwise."
        )
        return {**super().get_fields(), "class": choice}


class ChangedDiscussion(serializers.Serializer[Any]):
    title = serializers.CharField(required=False)
    topics = serializers.ListField(child=serializers.CharField(), required=False, help_text="Slugs; they replace all.")


class NewPost(serializers.Serializer[Any]):
    text = serializers.CharField()


PAGING = [
    OpenApiParameter("limit", int, description=f"1 to {LARGEST_LIMIT}, {DEFAULT_LIMIT} unless said otherwise."),
    OpenApiParameter("cursor", str, description="Where to read on; from `next` or `previous`."),
    OpenApiParameter("offset", int, description="How many to leave out at the beginning."),
]
SLUG = OpenApiParameter("slug", str, OpenApiParameter.PATH, description="Slug of the working group.")
ID = OpenApiParameter("discussion_id", int, OpenApiParameter.PATH, description="Number of the discussion.")
