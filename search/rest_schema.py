"""How finding and suggesting look in the OpenAPI document. Nothing is validated or rendered with these."""

from __future__ import annotations

from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers

from search.finding import PROMISED_TYPES


class SearchHit(serializers.Serializer):
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


class FacetCount(serializers.Serializer):
    value = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    count = serializers.IntegerField()


class SearchAnswer(serializers.Serializer):
    count = serializers.IntegerField()
    results = SearchHit(many=True)
    facets = serializers.DictField(child=FacetCount(many=True))
    did_you_mean = serializers.CharField(allow_null=True, help_text="The repaired question, which is what was asked.")
    next = serializers.URLField(allow_null=True)


class Suggestion(serializers.Serializer):
    text = serializers.CharField()
    type = serializers.CharField(help_text="A type of thing, or “word” for a word of the texts.")
    url = serializers.CharField()


def _filter(name: str, description: str) -> OpenApiParameter:
    return OpenApiParameter(name, str, description=description, many=True)


SEARCH = [
    OpenApiParameter("q", str, description="What to look for; without it everything that the filters leave."),
    _filter("type", "Type of thing; repeat a filter for one or the other."),
    _filter("kind", "Kind of entry."),
    _filter("topic", "Slug of a topic."),
    _filter("tag", "A tag."),
    _filter("county", "Official key of a county."),
    _filter("author", "Name of an author."),
    _filter("external_key", "Key of an imported entry."),
    OpenApiParameter("updated_since", str, description="ISO 8601 date or moment."),
    OpenApiParameter("ordering", str, enum=["relevance", "-published_at", "title"]),
    OpenApiParameter("limit", int, description="1 to 100, usually 20."),
    OpenApiParameter("offset", int),
    OpenApiParameter("exact", int, enum=[0, 1], description="1: misspelt words are not repaired."),
]
SUGGEST = [OpenApiParameter("q", str, description="The letters typed so far.")]
