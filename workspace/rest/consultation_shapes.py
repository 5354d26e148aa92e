"""How consultations look in the OpenAPI document. They describe; nothing is serialized by them."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import OpenApiExample, OpenApiParameter, OpenApiResponse
from rest_framework import serializers

from cms.rest.shapes import CountyName
from workspace.models import ContributionOutcome
from workspace.rest.discussion_shapes import PAGING, PersonName
from workspace.rest.draft_remark_shapes import COUNTY, PassageFields
from workspace.rest.draft_shapes import DraftBody, GroupName
from workspace.rest.shapes import MAY

WITHHELD = "Null for who does not read the draft."


class QuestionItem(serializers.Serializer[Any]):
    number = serializers.IntegerField(help_text="Counted from 1 in each consultation.")
    text = serializers.CharField()

    class Meta:
        ref_name = "ConsultationQuestion"


class AskedVersion(serializers.Serializer[Any]):
    """The version of the draft that all members are asked about; it never changes."""

    number = serializers.IntegerField(help_text="Counted from 1 in each draft.")
    digest = serializers.CharField(help_text="SHA-256 of title and text, as of the version.")
    text = serializers.CharField(help_text="Address under which its text is read.")


class ConsultationItem(serializers.Serializer[Any]):
    """All members are asked about a version of a draft until a day. What they said and what was answered stays."""

    id = serializers.IntegerField()
    url = serializers.CharField()
    title = serializers.CharField(help_text="Of the draft, when members were asked.")
    draft = serializers.IntegerField(help_text="Number of the draft; who is asked need not be able to read it.")
    group = GroupName(allow_null=True, help_text="Null for a county's draft, and for who may not know of the group.")
    county = CountyName(allow_null=True)
    introduction = serializers.CharField()
    questions = QuestionItem(many=True)
    version = AskedVersion()
    state = serializers.ChoiceField(["open", "ended"])
    opened_by = PersonName(allow_null=True, help_text=WITHHELD)
    opened_at = serializers.DateTimeField()
    ends_at = serializers.DateTimeField(help_text="Until then members contribute.")
    ended_at = serializers.DateTimeField(allow_null=True)
    contributions = serializers.IntegerField(help_text="So many were made.")
    counties = serializers.IntegerField(help_text="From so many counties.")
    unanswered = serializers.IntegerField(
        help_text="So many the group has yet to answer; none while members are asked."
    )
    may = serializers.DictField(help_text=MAY)


class ConsultationList(serializers.Serializer[Any]):
    count = serializers.IntegerField()
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)
    results = ConsultationItem(many=True)


class ConsultationText(serializers.Serializer[Any]):
    """What members are asked about, as it stood when they were asked."""

    number = serializers.IntegerField()
    digest = serializers.CharField()
    body = DraftBody()
    document = serializers.DictField(help_text="ProseMirror's JSON. Passages of contributions are places in it.")


class NewConsultation(serializers.Serializer[Any]):
    days = serializers.IntegerField(
        required=False, min_value=3, max_value=90, help_text="In which members contribute; 21 if left out."
    )
    introduction = serializers.CharField(required=False, max_length=5000)
    questions = serializers.ListField(
        child=serializers.CharField(max_length=300), required=False, max_length=10, help_text="In their order."
    )


class ContributionItem(serializers.Serializer[Any]):
    """What a member said, and what the group answered."""

    id = serializers.IntegerField()
    url = serializers.CharField()
    consultation = serializers.IntegerField()
    author = PersonName()
    county = serializers.CharField(allow_null=True, help_text=COUNTY)
    is_of_county = serializers.BooleanField(help_text="Said for the county as a whole.")
    question = serializers.IntegerField(allow_null=True, help_text="Number of the question; null for the text.")
    quote = serializers.CharField(help_text="The passage of the version; empty for the whole.")
    block = serializers.IntegerField(allow_null=True)
    start = serializers.IntegerField(allow_null=True)
    text = serializers.CharField()
    created_at = serializers.DateTimeField()
    outcome = serializers.ChoiceField(
        ContributionOutcome.values, allow_null=True, help_text="Null while the group has not answered."
    )
    answer = serializers.CharField(help_text="Why.")
    answered_by = PersonName(allow_null=True, help_text=WITHHELD)
    answered_at = serializers.DateTimeField(allow_null=True)
    may = serializers.DictField(help_text=MAY)


class ContributionList(serializers.Serializer[Any]):
    count = serializers.IntegerField()
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)
    results = ContributionItem(many=True)


class NewContribution(PassageFields):
    """To a question, to a passage of the version, or to the whole."""

    text = serializers.CharField(max_length=5000)
    question = serializers.IntegerField(required=False, allow_null=True, help_text="Its number in the consultation.")
    is_of_county = serializers.BooleanField(
        required=False, help_text="For the caller's county as a whole: once to each question and once to the text."
    )


class ChangedContribution(serializers.Serializer[Any]):
    """By its author other words, or by the group what became of it and why, never both. Each can be sent anew."""

    text = serializers.CharField(max_length=5000, required=False)
    is_of_county = serializers.BooleanField(required=False)
    outcome = serializers.ChoiceField(ContributionOutcome.values, required=False)
    answer = serializers.CharField(max_length=5000, required=False)


ID = OpenApiParameter("consultation_id", int, OpenApiParameter.PATH, description="Number of the consultation.")
CONTRIBUTION = OpenApiParameter(
    "contribution_id", int, OpenApiParameter.PATH, description="Number of the contribution."
)
LIST = [
    OpenApiParameter("state", str, enum=["open", "ended"]),
    OpenApiParameter("draft", int, description="Number of a draft."),
    *PAGING,
]
CONTRIBUTIONS = [
    OpenApiParameter(
        "answered", str, enum=["true", "false"], description="Only what the group has answered, or has yet to answer."
    ),
    *PAGING,
]
GONE = OpenApiResponse(description="It is taken back; nothing of it stays.")
NOTED = OpenApiResponse(description="It is noted; nobody reminds the caller.")
TO_OPEN = [
    OpenApiExample(
        "Three weeks, two questions",
        {"days": 21, "introduction": "Bitte bis zum Monatsende.", "questions": ["Was fehlt?", "Was ist zu viel?"]},
        request_only=True,
    )
]
TO_SAY = [
    OpenApiExample("To a passage", {"text": "Bitte eine zweite.", "quote": "eine Telefonnummer"}, request_only=True),
    OpenApiExample(
        "To the first question, for the county",
        {"text": "Es fehlen die Kosten.", "question": 1, "is_of_county": True},
        request_only=True,
    ),
]
TO_ANSWER = [
    OpenApiExample(
        "Partly taken up",
        {"outcome": "partly", "answer": "Die Kosten stehen jetzt im dritten Abschnitt."},
        request_only=True,
    )
]
