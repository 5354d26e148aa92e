"""How comments and suggestions look in the OpenAPI document. They describe; nothing is serialized by them."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import OpenApiParameter, OpenApiResponse
from rest_framework import serializers

from workspace.models import SuggestionState
from workspace.rest.discussion_shapes import PAGING, PersonName
from workspace.rest.shapes import MAY

COUNTY = "For which county the author spoke."


class DraftAnswer(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    author = PersonName()
    county = serializers.CharField(allow_null=True, help_text=COUNTY)
    text = serializers.CharField()
    created_at = serializers.DateTimeField()
    may = serializers.DictField(help_text=MAY)


class CommentItem(serializers.Serializer[Any]):
    """Something said about a passage or about a draft as a whole; one that was deleted has no words."""

    id = serializers.IntegerField()
    url = serializers.CharField()
    author = PersonName()
    county = serializers.CharField(allow_null=True, help_text=COUNTY)
    text = serializers.CharField()
    quote = serializers.CharField(help_text="The passage as it read then; empty for the whole.")
    answers_to = serializers.IntegerField(allow_null=True)
    created_at = serializers.DateTimeField()
    resolved = serializers.BooleanField()
    resolved_at = serializers.DateTimeField(allow_null=True)
    resolved_by = PersonName(allow_null=True)
    deleted = serializers.BooleanField()
    may = serializers.DictField(help_text=MAY)
    answers = DraftAnswer(many=True)

    class Meta:
        ref_name = "DraftCommentItem"


class CommentList(serializers.Serializer[Any]):
    count = serializers.IntegerField(help_text="Without answers.")
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)
    results = CommentItem(many=True)

    class Meta:
        ref_name = "DraftCommentList"


class PassageFields(serializers.Serializer[Any]):
    """A passage inside of one paragraph or heading. Without its place the words must stand in the text once only."""

    quote = serializers.CharField(required=False, help_text="The words, exactly as they stand in the text.")
    block = serializers.IntegerField(
        required=False,
        allow_null=True,
        help_text="Number of the paragraph or heading, counted from 0 in reading order.",
    )
    start = serializers.IntegerField(
        required=False, allow_null=True, help_text="ProseMirror's offset in it, in UTF-16 units."
    )
    end = serializers.IntegerField(required=False, allow_null=True)


class NewComment(PassageFields):
    """About a passage, or without one about the whole."""

    text = serializers.CharField(max_length=5000)
    answers_to = serializers.IntegerField(
        required=False, allow_null=True, help_text="Number of the comment that is answered; then there is no passage."
    )

    class Meta:
        ref_name = "NewDraftComment"


class Settled(serializers.Serializer[Any]):
    resolved = serializers.BooleanField()

    class Meta:
        ref_name = "SettledDraftComment"


class SuggestionItem(serializers.Serializer[Any]):
    """Other words for a passage."""

    id = serializers.IntegerField()
    url = serializers.CharField()
    author = PersonName()
    county = serializers.CharField(allow_null=True, help_text=COUNTY)
    quote = serializers.CharField(help_text="The passage as it read then.")
    replacement = serializers.CharField(help_text="Empty: the passage is to go.")
    reason = serializers.CharField()
    state = serializers.ChoiceField(SuggestionState.values)
    stale = serializers.BooleanField(
        allow_null=True, help_text="The passage was changed since, so it cannot be accepted. Null once it is decided."
    )
    created_at = serializers.DateTimeField()
    decided_at = serializers.DateTimeField(allow_null=True)
    decided_by = PersonName(allow_null=True)
    decision_reason = serializers.CharField()
    may = serializers.DictField(help_text=MAY)

    class Meta:
        ref_name = "DraftSuggestionItem"


class SuggestionList(serializers.Serializer[Any]):
    count = serializers.IntegerField()
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)
    results = SuggestionItem(many=True)

    class Meta:
        ref_name = "DraftSuggestionList"


class NewSuggestion(PassageFields):
    """Other words for a passage."""

    quote = serializers.CharField(help_text="The words, exactly as they stand in the text.")
    replacement = serializers.CharField(max_length=5000, allow_blank=True, help_text="Empty: the passage is to go.")
    reason = serializers.CharField(required=False, max_length=5000)

    class Meta:
        ref_name = "NewDraftSuggestion"


class Decided(serializers.Serializer[Any]):
    state = serializers.ChoiceField([SuggestionState.ACCEPTED, SuggestionState.DECLINED, SuggestionState.WITHDRAWN])
    reason = serializers.CharField(required=False, help_text="Needed to decline; not kept where it is taken back.")

    class Meta:
        ref_name = "DecidedDraftSuggestion"


COMMENTS = [
    OpenApiParameter("resolved", str, enum=["true", "false"], description="Only settled ones, or only open ones."),
    *PAGING,
]
SUGGESTIONS = [OpenApiParameter("state", str, enum=SuggestionState.values), *PAGING]
COMMENT = OpenApiParameter("comment_id", int, OpenApiParameter.PATH, description="Number of the comment or answer.")
SUGGESTION = OpenApiParameter("suggestion_id", int, OpenApiParameter.PATH, description="Number of the suggestion.")
GONE = OpenApiResponse(description="It is gone.")
