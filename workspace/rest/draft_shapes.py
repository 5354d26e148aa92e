"""How drafts look in the OpenAPI document. They describe; nothing is serialized by them."""

from __future__ import annotations

from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers

from cms.rest.shapes import REFUSED as REFUSED
from cms.rest.shapes import CountyName
from workspace.models import DraftReach, DraftState
from workspace.rest.discussion_shapes import PAGING, PersonName
from workspace.rest.draft_texts import FORMATS, HTML, MARKDOWN, WORD
from workspace.rest.shapes import MAY


class GroupName(serializers.Serializer[Any]):
    slug = serializers.CharField()
    title = serializers.CharField()


class DraftItem(serializers.Serializer[Any]):
    """A text that a working group, or the people of a county, write together."""

    id = serializers.IntegerField()
    url = serializers.CharField()
    title = serializers.CharField()
    group = GroupName(allow_null=True, help_text="Null for a county's draft, and for who may not know of the group.")
    county = CountyName(allow_null=True)
    state = serializers.ChoiceField(DraftState.values)
    reach = serializers.ChoiceField(DraftReach.values, help_text="Who reads it beside those whose it is.")
    created_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField(help_text="When its text, its title or its state last changed.")
    may = serializers.DictField(help_text=MAY)


class DraftList(serializers.Serializer[Any]):
    count = serializers.IntegerField()
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)
    results = DraftItem(many=True)


class NewDraft(serializers.Serializer[Any]):
    """A draft of a group or of a county."""

    title = serializers.CharField(max_length=150)
    group = serializers.CharField(required=False, help_text="Slug of the working group.")
    county = serializers.CharField(required=False, help_text="Official key of the county, five digits.")


class ChangedDraft(serializers.Serializer[Any]):
    title = serializers.CharField(max_length=150, required=False)
    challenges = serializers.ListField(
        child=serializers.IntegerField(), required=False, help_text="Numbers of the challenges that it answers."
    )


class DraftBody(serializers.Serializer[Any]):
    html = serializers.CharField(help_text="A fragment. Cleaned: nothing in it runs or loads from elsewhere.")


class ChallengeName(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    title = serializers.CharField()
    url = serializers.CharField()


class ConnectedDraft(DraftItem):
    """A draft with what it answers."""

    challenges = ChallengeName(many=True, help_text="What it answers, as far as the caller reads it.")


class WholeDraft(ConnectedDraft):
    """A draft with its text as it is at this moment."""

    body = DraftBody()
    document = serializers.DictField(help_text="ProseMirror's JSON, without the places of comments and suggestions.")


class VersionItem(serializers.Serializer[Any]):
    """A version that somebody kept under a name."""

    number = serializers.IntegerField(help_text="Counted from 1 in each draft.")
    url = serializers.CharField()
    name = serializers.CharField()
    digest = serializers.CharField(help_text="SHA-256 of title and text: the same words have the same.")
    saved_by = PersonName()
    saved_at = serializers.DateTimeField()


class VersionList(serializers.Serializer[Any]):
    count = serializers.IntegerField()
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)
    results = VersionItem(many=True)


class WrittenPiece(serializers.Serializer[Any]):
    length = serializers.IntegerField(help_text="In UTF-16 units, as JavaScript and ProseMirror count.")
    author = PersonName(allow_null=True, help_text="Null where nobody is known.")


class WholeVersion(VersionItem):
    """A version with its text, which never changes."""

    document = serializers.DictField(help_text="ProseMirror's JSON.")
    authors = serializers.ListField(
        child=WrittenPiece(many=True), help_text="For each paragraph and heading, in order, who wrote which piece."
    )


class NewDraftVersion(serializers.Serializer[Any]):
    name = serializers.CharField(max_length=120)


class Transitions(serializers.Serializer[Any]):
    """Where a draft stands, and where it could go from there."""

    state = serializers.ChoiceField(DraftState.values)
    to = serializers.DictField(help_text="State to true, or to the sentence why the caller may not move it there.")


class Transition(serializers.Serializer[Any]):
    to = serializers.ChoiceField(DraftState.values)
    reason = serializers.CharField(required=False, help_text="Needed where a decision is called off.")


class Ticket(serializers.Serializer[Any]):
    """Opens `/ws/drafts/<id>?ticket=…` once. With a token that may not write it only reads there."""

    ticket = serializers.CharField()
    expires_in = serializers.IntegerField(help_text="Seconds.")


ID = OpenApiParameter("draft_id", int, OpenApiParameter.PATH, description="Number of the draft.")
NUMBER = OpenApiParameter("number", int, OpenApiParameter.PATH, description="Number of the version in its draft.")
LIST = [
    OpenApiParameter("group", str, description="Slug of a working group."),
    OpenApiParameter("state", str, enum=DraftState.values),
    *PAGING,
]
FORMAT = OpenApiParameter(
    "format",
    str,
    enum=list(FORMATS),
    description="The whole text in another form, with a stamp of state, readers and day: `html` is a complete document "
    "without styles and scripts, `docx` a Word file to save, `md` Markdown.",
)
ONE = {
    (200, "application/json"): WholeDraft,
    (200, HTML): OpenApiTypes.STR,
    (200, WORD): OpenApiTypes.BINARY,
    (200, MARKDOWN): OpenApiTypes.STR,
}
