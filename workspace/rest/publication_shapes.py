"""How publications of drafts look in the OpenAPI document. They describe; nothing is serialized by them."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from workspace.models import PublicationState
from workspace.rest.discussion_shapes import PersonName
from workspace.rest.shapes import MAY


class SignatureItem(serializers.Serializer[Any]):
    """Somebody signed that a text is neutral and gives away nothing confidential."""

    person = PersonName()
    for_office = serializers.BooleanField(help_text="Whether that person signed for the programme office.")
    signed_at = serializers.DateTimeField()
    valid = serializers.BooleanField(help_text="False once the text was changed after it.")


class PublicationItem(serializers.Serializer[Any]):
    """An adopted version that was handed to the editors, and what became of it."""

    id = serializers.IntegerField()
    url = serializers.CharField()
    state = serializers.ChoiceField(PublicationState.values)
    version = serializers.IntegerField(help_text="Number of the version that was handed in.")
    decision = serializers.IntegerField(help_text="Number of the decision that adopted it.")
    entry = serializers.IntegerField(allow_null=True, help_text="The recommendation, where the caller reads it.")
    submitted_by = PersonName()
    submitted_at = serializers.DateTimeField()
    ended_at = serializers.DateTimeField(allow_null=True, help_text="When it was published or sent back.")
    end_reason = serializers.CharField(help_text="Why it was sent back.")
    signatures = SignatureItem(many=True)
    missing = serializers.ListField(
        child=serializers.CharField(), help_text="What has to happen before it is published."
    )
    may = serializers.DictField(help_text=MAY)


class PublicationList(serializers.Serializer[Any]):
    count = serializers.IntegerField()
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)
    results = PublicationItem(many=True)
