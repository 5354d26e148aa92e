"""How decisions about drafts look in the OpenAPI document. They describe; nothing is serialized by them."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers

from workspace.models import Answer, DecisionOutcome
from workspace.rest.discussion_shapes import PersonName
from workspace.rest.shapes import MAY


class VoiceItem(serializers.Serializer[Any]):
    """Somebody who is asked, and the answer."""

    person = PersonName()
    county = serializers.CharField(allow_null=True)
    answer = serializers.ChoiceField(Answer.values, allow_null=True, help_text="Null while there is none.")
    reason = serializers.CharField()
    answered_at = serializers.DateTimeField(allow_null=True)


class ResultItem(serializers.Serializer[Any]):
    asked = serializers.IntegerField()
    quorum = serializers.IntegerField(help_text="So many have to answer.")
    agree = serializers.IntegerField()
    abstain = serializers.IntegerField()
    object = serializers.IntegerField()


class DecisionItem(serializers.Serializer[Any]):
    """A group is asked whether a version is its text. Adopted when enough answered and more agree than object."""

    id = serializers.IntegerField()
    url = serializers.CharField()
    version = serializers.IntegerField(help_text="Number of the version that is decided about.")
    digest = serializers.CharField(help_text="SHA-256 of title and text, as of the version.")
    called_by = PersonName()
    called_at = serializers.DateTimeField()
    ends_at = serializers.DateTimeField()
    ended_at = serializers.DateTimeField(allow_null=True)
    outcome = serializers.ChoiceField(DecisionOutcome.values)
    end_reason = serializers.CharField(help_text="Why it was called off.")
    result = ResultItem()
    voices = VoiceItem(many=True)
    may = serializers.DictField(help_text=MAY)


class DecisionList(serializers.Serializer[Any]):
    count = serializers.IntegerField()
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)
    results = DecisionItem(many=True)


class NewDecision(serializers.Serializer[Any]):
    days = serializers.IntegerField(required=False, min_value=1, max_value=60, help_text="To answer; 7 if left out.")


class NewAnswer(serializers.Serializer[Any]):
    answer = serializers.ChoiceField(Answer.values)
    reason = serializers.CharField(required=False, help_text="Needed for an objection.")


DECISION = OpenApiParameter("decision_id", int, OpenApiParameter.PATH, description="Number of the decision.")
