"""How groups look in the OpenAPI document, and what a new proposal has to be."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers

from cms.rest.shapes import REFUSED as REFUSED
from workspace.models import GroupState, GroupVisibility, JoinMode

MAY = "Verb to true, or to the sentence why not."


class Group(serializers.Serializer[Any]):
    """A working group that the caller knows of."""

    slug = serializers.CharField()
    url = serializers.CharField()
    title = serializers.CharField()
    question = serializers.CharField()
    expected_result = serializers.CharField()
    mandate = serializers.CharField(allow_blank=True)
    visibility = serializers.ChoiceField(GroupVisibility.choices)
    join = serializers.ChoiceField(JoinMode.choices)
    state = serializers.ChoiceField(GroupState.choices)
    topics = serializers.ListField(child=serializers.CharField(), help_text="Slugs.")
    coordinators = serializers.ListField(child=serializers.CharField(), help_text="Names.")
    counties_count = serializers.IntegerField()
    members_count = serializers.IntegerField(allow_null=True, help_text="Null where the group shows it to nobody else.")
    may = serializers.DictField(child=serializers.JSONField(), help_text=MAY)

    class Meta:
        ref_name = "Group"


class GroupList(serializers.Serializer[Any]):
    count = serializers.IntegerField(help_text="How many there are in all.")
    next = serializers.CharField(allow_null=True, help_text="Where to read on, relative to this server.")
    previous = serializers.CharField(allow_null=True)
    results = Group(many=True)


class Proposal(serializers.Serializer[Any]):
    """A group that is proposed."""

    title = serializers.CharField(max_length=120)
    question = serializers.CharField()
    expected_result = serializers.CharField()
    wanted = serializers.CharField(required=False, allow_blank=True)
    planned_until = serializers.DateField(required=False, allow_null=True)
    topics = serializers.ListField(child=serializers.CharField(), required=False, help_text="Slugs.")
    visibility = serializers.ChoiceField(GroupVisibility.choices, required=False)
    join = serializers.ChoiceField(JoinMode.choices, required=False)
    least_counties = serializers.IntegerField(required=False)

    class Meta:
        ref_name = "GroupProposal"


SLUG = OpenApiParameter("slug", str, OpenApiParameter.PATH, description="The group's `slug`.")
LIST = [
    OpenApiParameter("state", str, enum=GroupState.values),
    OpenApiParameter("topic", str, description="The topic's `slug`."),
]
