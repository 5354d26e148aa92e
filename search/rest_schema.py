"""How finding and suggesting look in the OpenAPI document. Nothing is validated or rendered with these."""

from __future__ import annotations

from typing import Any, get_args

from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers

from plugins.api.adapters.rest_params import DEFAULT_LIMIT, LARGEST_LIMIT
from search.engine import Ordering
from search.finding import PROMISED_TYPES


class SearchHit(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    type = serializers.ChoiceField(choices=sorted(PROMISED_TYPES))
    kind = serializers.CharField(allow_null=True)
    title = serializers.CharField()
    url = serializers.CharField()
    snippet = serializers.CharField(help_text="HTML: <mark> around what matched, all else escaped.")
    score = serializers.FloatField(help_text="Relative to the best hit, 0 to 1.")
    layer = serializers.CharField(allow_null=True)
    published_at = serializers.DateTimeField(allow_null=True)
    updated_at = serializers.DateTimeField(allow_null=True)


class FacetCount(serializers.Serializer[Any]):
    value = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    count = serializers.IntegerField()


class SearchAnswer(serializers.Serializer[Any]):
    count = serializers.IntegerField()
    results = SearchHit(many=True)
    facets = serializers.DictField(child=FacetCount(many=True))
    did_you_mean = serializers.CharField(allow_null=True, help_text="The repaired question, which is what was asked.")
    next = serializers.CharField(allow_null=True, help_text="Address of the next page.")


class Suggestion(serializers.Serializer[Any]):
    text = serializers.CharField()
    type = serializers.CharField(help_text="A type of thing, or “word” for a word of the texts.")
    url = serializers.CharField()


SEARCH = [
    OpenApiParameter("q", str, description="What to look for; without it everything that the filters leave."),
    OpenApiParameter("type", str, description="Type of thing."),
    OpenApiParameter("kind", str, description="Kind of entry."),
    OpenApiParameter("topic", str, description="Slug of a topic."),
    OpenApiParameter("tag", str, description="A tag."),
    OpenApiParameter("county", str, description="Official key of a county."),
    OpenApiParameter("author", str, description="Name of an author."),
    OpenApiParameter("external_key", str, description="Key of an imported entry."),
    OpenApiParameter("updated_since", str, description="ISO 8601 date or moment."),
    OpenApiParameter("ordering", str, enum=get_args(Ordering), description="`relevance` unless said otherwise."),
    OpenApiParameter("limit", int, description=f"1 to {LARGEST_LIMIT}, {DEFAULT_LIMIT} unless said otherwise."),
    OpenApiParameter("offset", int, description="How many hits to leave out at the beginning."),
    OpenApiParameter("exact", str, enum=["0", "1"], description="1: misspelt words are not repaired."),
]
SUGGEST = [OpenApiParameter("q", str, description="The letters typed so far.")]
