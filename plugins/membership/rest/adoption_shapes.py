"""How the adoption register looks in the OpenAPI document. They describe; nothing is serialized by them."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import OpenApiParameter, OpenApiResponse
from rest_framework import serializers

from plugins.api.adapters.rest_params import DEFAULT_LIMIT, LARGEST_LIMIT
from plugins.membership.models import AdoptionState


class AdoptedEntry(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    title = serializers.CharField()
    url = serializers.CharField()


class AdoptingCounty(serializers.Serializer[Any]):
    key = serializers.CharField(help_text="Official key (AGS).")
    name = serializers.CharField()


class AdoptionContact(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    name = serializers.CharField()


class AdoptionItem(serializers.Serializer[Any]):
    """What one county did with one entry. Stopped is as welcome as adopted."""

    id = serializers.IntegerField()
    url = serializers.CharField()
    entry = AdoptedEntry()
    county = AdoptingCounty()
    state = serializers.ChoiceField(AdoptionState.values)
    month = serializers.DateField(help_text="First day of the month in which this state began.")
    changed = serializers.CharField(help_text="What the county does differently.")
    effort = serializers.CharField()
    result = serializers.CharField()
    contact = AdoptionContact(allow_null=True, help_text="Whom to ask, while they are in the directory.")
    recorded_at = serializers.DateTimeField()
    changed_at = serializers.DateTimeField()


class AdoptionDetail(AdoptionItem):
    may = serializers.DictField(help_text="Verb → true, or the sentence why not.")


class AdoptionList(serializers.Serializer[Any]):
    count = serializers.IntegerField()
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)
    results = AdoptionItem(many=True)


LIST = [
    OpenApiParameter("entry", int, description="Number of an entry."),
    OpenApiParameter("county", str, description="Official key of a county."),
    OpenApiParameter("state", str, enum=AdoptionState.values),
    OpenApiParameter("limit", int, description=f"1 to {LARGEST_LIMIT}, {DEFAULT_LIMIT} unless said otherwise."),
    OpenApiParameter("cursor", str, description="Where to read on; from `next` or `previous`."),
    OpenApiParameter("offset", int, description="How many to leave out at the beginning."),
]
ID = OpenApiParameter("adoption_id", int, OpenApiParameter.PATH, description="Number of the adoption.")
GONE = OpenApiResponse(description="It is gone.")
