"""What the OpenAPI document says about the shapes of answers. They describe; nothing is serialized by them."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import OpenApiExample, OpenApiParameter, OpenApiResponse, extend_schema_serializer
from rest_framework import serializers

from cms.models import KINDS, Layer, Quotability
from cms.queries.entries import BY_TITLE, NEWEST_FIRST
from plugins.api.adapters.rest_params import DEFAULT_LIMIT, LARGEST_LIMIT, LARGEST_OFFSET


class TopicName(serializers.Serializer[Any]):
    slug = serializers.CharField()
    title = serializers.CharField()


class CountyName(serializers.Serializer[Any]):
    key = serializers.RegexField(r"^\d{5}$", help_text="The official key (AGS).")
    name = serializers.CharField()


class EntryItem(serializers.Serializer[Any]):
    """An entry as lists show it. `fields` may have left some of this out."""

    id = serializers.IntegerField()
    external_key = serializers.CharField(allow_null=True, help_text="The key in the source; null unless imported.")
    url = serializers.CharField(help_text="Where people read it, relative to this server.")
    kind = serializers.ChoiceField(sorted(KINDS))
    title = serializers.CharField()
    slug = serializers.CharField()
    summary = serializers.CharField(help_text="Plain text.")
    topics = TopicName(many=True)
    tags = serializers.ListField(child=serializers.CharField())
    county = CountyName(allow_null=True)
    author = serializers.CharField(allow_null=True)
    published_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()
    version = serializers.IntegerField(help_text="Of this layer: a public layer counts its releases.")
    layer = serializers.ChoiceField(
        Layer.values,
        help_text="`members`: the full entry; `public`: what was released to everybody. In the public layer of a "
        "members' entry `tags`, `images` and `files` are empty and `author` is null.",
    )


class Block(serializers.Serializer[Any]):
    type = serializers.CharField()
    value = serializers.JSONField()


class Body(serializers.Serializer[Any]):
    html = serializers.CharField(help_text="Cleaned: nothing in it runs or loads from elsewhere.")
    blocks = Block(many=True)


FETCHED = "Relative to this server. It opens with the same session or token as this answer."


class PictureSize(serializers.Serializer[Any]):
    url = serializers.CharField(help_text=FETCHED)
    width = serializers.IntegerField(help_text="Pixels.")
    height = serializers.IntegerField(help_text="Pixels.")


class PictureShape(serializers.Serializer[Any]):
    """A picture in all its sizes."""

    id = serializers.IntegerField()
    alt = serializers.CharField(help_text="What the picture shows.")
    sizes = PictureSize(many=True)

    class Meta:
        ref_name = "Picture"


class FileShape(serializers.Serializer[Any]):
    """A file to download."""

    id = serializers.IntegerField()
    title = serializers.CharField()
    url = serializers.CharField(help_text=FETCHED)
    size = serializers.IntegerField(allow_null=True, help_text="Bytes.")
    content_type = serializers.CharField()

    class Meta:
        ref_name = "File"


class Facts(serializers.Serializer[Any]):
    """Short answers beside a whole text; empty where nothing is said, and in summaries."""

    running_since = serializers.CharField(allow_blank=True)
    workload = serializers.CharField(allow_blank=True)
    costs = serializers.CharField(allow_blank=True)
    legal_basis = serializers.CharField(allow_blank=True)


class ChangeNote(serializers.Serializer[Any]):
    """What an update changed, in the words of its editor."""

    version = serializers.IntegerField()
    published_at = serializers.DateTimeField()
    note = serializers.CharField()


@extend_schema_serializer(
    examples=[
        OpenApiExample(
            "For members",
            {
                "kind": "decision",
                "label": "Decision of the group",
                "date": "2027-03-14",
                "title": "adopted",
                "text": "5 of 6 answered: 4 agree, 0 abstain, 1 object.",
                "url": "/entwuerfe/7/herkunft/#beschluss-3",
            },
        ),
        OpenApiExample(
            "For visitors",
            {
                "kind": "decision",
                "label": "Decision of the group",
                "date": "2027-03-14",
                "title": None,
                "text": None,
                "url": None,
            },
        ),
    ]
)
class ProvenanceStepShape(serializers.Serializer[Any]):
    """A step of what an entry grew out of. Whoever may not read it is told `kind`, `label` and `date` alone."""

    kind = serializers.CharField(
        help_text="Such as `challenge`, `group`, `county`, `merged`, `split`, `versions`, `consultation`, `decision`, "
        "`published`, `revised`, `group_closed`; plugins bring others."
    )
    label = serializers.CharField(  # type: ignore[assignment]  # a field of this name, no setting of the shape
        help_text="In the language of the caller; names nobody."
    )
    date = serializers.DateField()
    title = serializers.CharField(allow_null=True)
    text = serializers.CharField(allow_null=True, help_text="Plain text.")
    url = serializers.CharField(allow_null=True, help_text="Where people read it, relative to this server.")

    class Meta:
        ref_name = "ProvenanceStep"


class Entry(EntryItem):
    """An entry with its text. `fields` may have left some of this out."""

    facts = Facts()
    quotability = serializers.ChoiceField(
        Quotability.choices,
        allow_null=True,
        help_text="What members may quote; null in public layers.",
    )
    body = Body()
    images = PictureShape(many=True)
    files = FileShape(many=True)
    changes = ChangeNote(many=True, help_text="Newest first; in the members' layer alone.")
    provenance = ProvenanceStepShape(many=True, help_text="What the entry grew out of, the first step first.")


class Topic(TopicName):
    description = serializers.CharField(allow_blank=True)
    count = serializers.IntegerField(help_text="Entries of this topic that the caller may read.")
    url = serializers.CharField()


class County(CountyName):
    kind = serializers.CharField(help_text="For example Landkreis or Kreisfreie Stadt. Names repeat: show both.")
    state = serializers.CharField(allow_null=True, help_text="Null outside the official list.")
    inhabitants = serializers.IntegerField(allow_null=True)
    area_km2 = serializers.FloatField(allow_null=True, help_text="Square kilometres.")


class Me(serializers.Serializer[Any]):
    """Who calls."""

    id = serializers.IntegerField()
    name = serializers.CharField()
    email = serializers.EmailField()
    principals = serializers.ListField(
        child=serializers.CharField(), help_text="What opens doors to the caller, in words."
    )
    may_create = serializers.ListField(
        child=serializers.ChoiceField(sorted(KINDS)), help_text="The kinds of entry that the caller may write."
    )


class Listed(serializers.Serializer[Any]):
    count = serializers.IntegerField(help_text="How many there are in all.")
    next = serializers.CharField(allow_null=True, help_text="Where to read on, relative to this server.")
    previous = serializers.CharField(allow_null=True)


class EntryList(Listed):
    results = EntryItem(many=True)


class TopicList(Listed):
    results = Topic(many=True)


class CountyList(Listed):
    results = County(many=True)


REFUSED = OpenApiResponse(description="The caller may not do this, or the token lacks the scope; `detail` says why.")
PAGING = [
    OpenApiParameter(
        "limit", {"type": "integer", "minimum": 1, "maximum": LARGEST_LIMIT, "default": DEFAULT_LIMIT},
        description="How many items one answer holds at most.",
    ),
    OpenApiParameter("cursor", str, description="Taken from `next` or `previous` of another answer."),
    OpenApiParameter(
        "offset", {"type": "integer", "minimum": 0, "maximum": LARGEST_OFFSET},
        description="How many items to leave out at the beginning. Not together with `cursor`.",
    ),
]  # fmt: skip
FIELDS = OpenApiParameter(
    "fields", str, description="The fields to answer with, between commas. Unknown ones are passed over."
)
ENTRY_ID = OpenApiParameter("entry_id", int, OpenApiParameter.PATH, description="The entry's `id`.")
ENTRY_LIST_PARAMETERS = [
    OpenApiParameter("kind", str, enum=sorted(KINDS)),
    OpenApiParameter("topic", str, description="The topic's `slug`."),
    OpenApiParameter("tag", str),
    OpenApiParameter("county", str, description="The official key (AGS), five digits."),
    OpenApiParameter("author", str, description="The author as entries show it."),
    OpenApiParameter("external_key", str, description="The key in the source of an import."),
    OpenApiParameter("updated_since", str, description="A date or a point in time, ISO 8601."),
    OpenApiParameter(
        "ordering",
        str,
        enum=[NEWEST_FIRST, BY_TITLE],
        default=NEWEST_FIRST,
        description="`-published_at`: newest first.",
    ),
    FIELDS,
    *PAGING,
]
