"""How events look in the OpenAPI document. They describe; nothing is serialized by them."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import OpenApiParameter, OpenApiResponse
from rest_framework import serializers

from plugins.api.adapters.rest_params import DEFAULT_LIMIT, LARGEST_LIMIT
from plugins.events.models import EventClass, EventForm, EventKind, MaterialClass, MaterialKind

ORDERINGS = ("starts_at", "-starts_at")


class EventTopic(serializers.Serializer[Any]):
    slug = serializers.CharField()
    title = serializers.CharField()


class EventCounty(serializers.Serializer[Any]):
    key = serializers.CharField(help_text="Official key (AGS).")
    name = serializers.CharField()


class EventItem(serializers.Serializer[Any]):
    """An event that the caller may know of. It may be cancelled; it is never deleted."""

    id = serializers.IntegerField()
    url = serializers.CharField()
    kind = serializers.ChoiceField(EventKind.values)
    title = serializers.CharField()
    summary = serializers.CharField()
    starts_at = serializers.DateTimeField()
    ends_at = serializers.DateTimeField()
    form = serializers.ChoiceField(EventForm.values)
    place = serializers.CharField(help_text="Empty where people meet by video alone. A room is never told here.")
    address = serializers.CharField()
    county = EventCounty(allow_null=True, help_text="Where it takes place.")
    confidentiality = serializers.ChoiceField(EventClass.values, help_text="Who may know of it.")
    group = serializers.CharField(allow_null=True, help_text="Slug of the working group, where the caller knows of it.")
    topics = EventTopic(many=True)
    capacity = serializers.IntegerField(allow_null=True, help_text="Places; null: as many as want to come.")
    cancelled_at = serializers.DateTimeField(allow_null=True)
    cancel_reason = serializers.CharField()


class EventSession(serializers.Serializer[Any]):
    """A part of the programme. It may be cancelled; once published it is never deleted."""

    id = serializers.IntegerField()
    title = serializers.CharField()
    description = serializers.CharField()
    track = serializers.CharField()
    room = serializers.CharField()
    starts_at = serializers.DateTimeField()
    ends_at = serializers.DateTimeField()
    speakers = serializers.ListField(child=serializers.CharField(), help_text="Names of who speaks.")
    published_at = serializers.DateTimeField(allow_null=True, help_text="Null: organisers alone know of it.")
    cancelled_at = serializers.DateTimeField(allow_null=True)


class EventDate(serializers.Serializer[Any]):
    starts_at = serializers.DateTimeField()
    ends_at = serializers.DateTimeField()
    cancelled = serializers.BooleanField(help_text="It does not take place, alone or with the whole event.")
    place = serializers.CharField(help_text="Empty where people meet by video alone.")


class Grown(serializers.Serializer[Any]):
    """What something became, as far as the caller sees it."""

    kind = serializers.CharField(help_text="Such as `challenge`, `group`, `draft`, `entry`.")
    title = serializers.CharField()
    url = serializers.CharField()


class EventMaterialItem(serializers.Serializer[Any]):
    """Minutes, slides, a photo, a recording."""

    id = serializers.IntegerField()
    kind = serializers.ChoiceField(MaterialKind.values)
    title = serializers.CharField()
    html = serializers.CharField(help_text="The words of minutes, cleaned; empty without any.")
    link = serializers.CharField()
    file_url = serializers.CharField(help_text="Empty without a file.")
    file_name = serializers.CharField()
    alt = serializers.CharField(help_text="What a picture shows.")
    confidentiality = serializers.ChoiceField(MaterialClass.values, help_text="Who reads it.")
    became = Grown(many=True)


class EventResultItem(serializers.Serializer[Any]):
    """What came of the event."""

    id = serializers.IntegerField()
    text = serializers.CharField()
    confidentiality = serializers.ChoiceField(MaterialClass.values, help_text="Who reads it.")
    became = Grown(many=True)


class EventDetail(EventItem):
    dates = EventDate(many=True, help_text="Of a series all its dates in their order, else the one.")
    agenda = serializers.CharField()
    programme = EventSession(many=True, help_text="Sessions that the caller may know of, in their order.")
    may = serializers.DictField(help_text="Verb → true, or the sentence why not.")
    ics_url = serializers.CharField(help_text="The event as a file for calendars.")
    materials = EventMaterialItem(many=True, help_text="As far as the caller reads them.")
    results = EventResultItem(many=True, help_text="As far as the caller reads them.")


class EventList(serializers.Serializer[Any]):
    count = serializers.IntegerField()
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)
    results = EventItem(many=True)


LIST = [
    OpenApiParameter("kind", str, enum=EventKind.values),
    OpenApiParameter("topic", str, description="Slug of a topic."),
    OpenApiParameter("group", str, description="Slug of a working group."),
    OpenApiParameter("from", str, description="A day such as 2026-05-31: events that end on it or later."),
    OpenApiParameter("until", str, description="A day such as 2026-05-31: events that begin on it or before."),
    OpenApiParameter("ordering", str, enum=ORDERINGS, description="`starts_at` unless said otherwise."),
    OpenApiParameter("limit", int, description=f"1 to {LARGEST_LIMIT}, {DEFAULT_LIMIT} unless said otherwise."),
    OpenApiParameter("cursor", str, description="Where to read on; from `next` or `previous`."),
    OpenApiParameter("offset", int, description="How many to leave out at the beginning."),
]
ID = OpenApiParameter("event_id", int, OpenApiParameter.PATH, description="Number of the event.")
WRONG_SCOPE = OpenApiResponse(description="The token was not made for this: it needs the scope `read:events`.")
