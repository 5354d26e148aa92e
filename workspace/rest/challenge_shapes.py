"""How challenges look in the OpenAPI document. They describe; nothing is serialized by them."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers

from cms.models import Quotability
from workspace.models import ChallengeState
from workspace.rest.discussion_shapes import PAGING, PersonName


class ChallengeItem(serializers.Serializer[Any]):
    """A question of practice that a member put to all members."""

    id = serializers.IntegerField()
    url = serializers.CharField()
    title = serializers.CharField()
    state = serializers.ChoiceField(ChallengeState.values)
    urgent = serializers.BooleanField()
    quotable = serializers.ChoiceField(Quotability.values)
    topics = serializers.ListField(child=serializers.CharField(), help_text="Slugs.")
    author = PersonName()
    discussion = serializers.IntegerField(help_text="What is said stands under `discussions/<id>/posts/`.")
    answer = serializers.IntegerField(allow_null=True, help_text="The post that helped.")
    created_at = serializers.DateTimeField()
    last_post_at = serializers.DateTimeField()
    may = serializers.DictField(help_text="Verb → true, or the sentence why not.")


class ChallengeList(serializers.Serializer[Any]):
    count = serializers.IntegerField()
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)
    results = ChallengeItem(many=True)


class NewChallenge(serializers.Serializer[Any]):
    title = serializers.CharField()
    text = serializers.CharField()
    topics = serializers.ListField(child=serializers.CharField(), required=False, help_text="Slugs.")
    urgent = serializers.BooleanField(required=False)
    quotable = serializers.ChoiceField(Quotability.values, required=False, help_text="`no` unless said otherwise.")


LIST = [
    OpenApiParameter("state", str, enum=ChallengeState.values),
    OpenApiParameter("topic", str, description="Slug of a topic."),
    OpenApiParameter("urgent", str, enum=["true"], description="Only urgent ones."),
    *PAGING,
]
ID = OpenApiParameter("challenge_id", int, OpenApiParameter.PATH, description="Number of the challenge.")
