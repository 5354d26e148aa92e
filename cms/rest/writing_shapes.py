"""How entries are written, in the OpenAPI document. The shapes describe; nothing is serialized by them."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import OpenApiParameter, OpenApiResponse
from rest_framework import serializers

from cms.actions.writing import STEPS
from cms.models import KINDS, Confidentiality, Layer, Quotability
from cms.newest import REVIEWS
from cms.rest.shapes import Block

BLOCKS = (
    "Parts as `body.blocks` of an entry has them: `type` and `value`. Rich text is an object with `html`, a picture or "
    "file its `id`; links to pages and files of the forum name them by `linktype` and `id`."
)


class WrittenBlock(Block):
    id = serializers.CharField(required=False, help_text="Keeps comments in their place; given where a part was read.")


class EntryFields(serializers.Serializer[Any]):
    title = serializers.CharField(max_length=255, required=False)
    summary = serializers.CharField(
        max_length=1500, required=False, allow_blank=True, help_text="Plain text; once released, all can read it."
    )
    confidentiality = serializers.ChoiceField(
        Confidentiality.values, required=False, help_text="Who may read the full text once it is published."
    )
    quotability = serializers.ChoiceField(Quotability.values, required=False)
    topics = serializers.ListField(child=serializers.CharField(), required=False, help_text="Slugs of topics.")
    tags = serializers.ListField(child=serializers.CharField(max_length=100), required=False)
    county = serializers.CharField(required=False, allow_null=True, help_text="The official key (AGS), five digits.")
    author = serializers.CharField(max_length=200, required=False, allow_blank=True, help_text="As readers see it.")
    contact = serializers.CharField(required=False, allow_blank=True, help_text="For members: whom to ask.")
    running_since = serializers.CharField(max_length=60, required=False, allow_blank=True)
    workload = serializers.CharField(max_length=120, required=False, allow_blank=True)
    costs = serializers.CharField(max_length=120, required=False, allow_blank=True)
    legal_basis = serializers.CharField(max_length=300, required=False, allow_blank=True)
    sources = serializers.CharField(required=False, allow_blank=True, help_text="One per line.")
    review_by = serializers.DateField(required=False, allow_null=True)
    update_note = serializers.CharField(
        max_length=300, required=False, allow_blank=True, help_text="What has changed, a sentence for members."
    )
    sections = serializers.DictField(
        child=WrittenBlock(many=True),
        required=False,
        help_text="The sections of this kind by name, such as `approach` of a good practice.",
    )
    body = WrittenBlock(many=True, required=False, help_text=f"Text beyond the sections. {BLOCKS}")


class ChangedEntry(EntryFields):
    """What is sent is changed, what is left out stays."""

    body_html = serializers.CharField(
        required=False,
        write_only=True,
        help_text="Instead of `sections` and `body`: HTML that becomes parts. A chapter whose heading names a section "
        "goes there. What no text here holds is named in `left_out`; pictures and files are uploaded apart.",
    )


class NewEntry(ChangedEntry):
    kind = serializers.ChoiceField(sorted(KINDS))
    title = serializers.CharField(max_length=255)


class EntryState(serializers.Serializer[Any]):
    live = serializers.BooleanField(help_text="Members read a version of it.")
    unpublished_changes = serializers.BooleanField(help_text="The newest version is not what members read.")
    review = serializers.ChoiceField([*REVIEWS.values()], allow_null=True)
    released = serializers.BooleanField(help_text="Everybody reads its summary, or its whole text.")
    saved_at = serializers.DateTimeField(allow_null=True)


class WrittenEntry(EntryFields):
    """The newest version of an entry, published or not. Its `ETag` is what `If-Match` takes."""

    id = serializers.IntegerField()
    kind = serializers.ChoiceField(sorted(KINDS))
    title = serializers.CharField()
    url = serializers.CharField(help_text="Where people read it once it is published.")
    slug = serializers.CharField()
    state = EntryState()
    left_out = serializers.ListField(
        child=serializers.CharField(),
        required=False,
        help_text="After writing: elements of `body_html` that no text here holds.",
    )


class EntryTransitions(serializers.Serializer[Any]):
    state = EntryState()
    to = serializers.DictField(
        help_text="Where it can go to true, or to the sentence why the caller cannot move it there."
    )


class Answered(serializers.Serializer[Any]):
    answer = serializers.CharField()
    note = serializers.CharField(required=False)


class EntryTransition(serializers.Serializer[Any]):
    to = serializers.ChoiceField([*STEPS])
    comment = serializers.CharField(
        required=False, help_text="For the author; needed where changes are asked for, read with an approval."
    )
    checklist = serializers.DictField(
        child=Answered(),
        required=False,
        help_text="Needed for `released`: the four questions that whoever releases answers.",
    )


class NewPreview(serializers.Serializer[Any]):
    layer = serializers.ChoiceField(Layer.values, required=False, help_text="For members (default) or everybody.")


class Preview(serializers.Serializer[Any]):
    token = serializers.CharField(help_text="Is told only here.")
    url = serializers.CharField(help_text="Where the version is read, relative to this server.")
    layer = serializers.ChoiceField(Layer.values)
    ends_at = serializers.DateTimeField()


IF_MATCH = OpenApiParameter(
    "If-Match",
    str,
    OpenApiParameter.HEADER,
    description="The `ETag` of `newest/` that the caller has read (or of the entry itself, as long as nothing "
    "newer is kept); `*` for whatever is there.",
)
OUTDATED = OpenApiResponse(description="Somebody has changed the entry since the caller read it. Nothing was done.")
UNCONDITIONAL = OpenApiResponse(description="`If-Match` is missing.")
