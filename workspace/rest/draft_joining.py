"""Drafts that become one, and parts that become drafts, for programs."""

from __future__ import annotations

import json

from django.http import HttpResponse, JsonResponse, QueryDict
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.request import Request

from plugins.api.access import Actor, require
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.idempotency import once_per_key
from plugins.api.adapters.rest_fields import fields_of
from plugins.api.adapters.rest_params import Parameters, possible
from plugins.api.adapters.rest_views import Answer, ReadView
from plugins.api.adapters.rest_writes import changed, created
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Invalid, Missing
from workspace.actions.draft_joining import merge_draft, split_draft
from workspace.queries.draft_joining import sections_to_take_out
from workspace.queries.draft_rows import draft_with_group
from workspace.rest import draft_joining_shapes as shapes
from workspace.rest.draft_presenting import draft_as_json
from workspace.rest.draft_reading import texts_in
from workspace.rest.draft_shapes import ID, REFUSED, DraftItem
from workspace.rest.scopes import insist_on_writing


@extend_schema_view(
    post=extend_schema(parameters=[ID], request=shapes.Merging, responses={200: DraftItem, 403: REFUSED})
)
@answers(Rule.DOOR)
class DraftMergingView(ReadView):
    """Puts the text of another draft after that of this one and closes the other.

    Where somebody would read words who could not read them before, it is refused: on the pages these people are shown
    first.
    """

    http_method_names = ["options", "post"]

    @once_per_key
    def post(self, request: Request, draft_id: int) -> JsonResponse:
        actor = actor_of(request._request)
        draft = draft_with_group(actor, possible(draft_id))
        insist_on_writing(request)
        number = fields_of(request.data, ("source",)).get("source")
        if not isinstance(number, int) or isinstance(number, bool):
            raise Invalid({"source": [_("The number of a draft is needed.")]})
        try:
            source = draft_with_group(actor, possible(number))
        except Missing:
            raise Invalid({"source": [_("There is no draft with this number, or you cannot see it.")]}) from None
        merge_draft(draft, source, actor=actor)
        return changed(draft_as_json(actor, draft_with_group(actor, draft.pk)))


@extend_schema_view(
    get=extend_schema(parameters=[ID], responses=shapes.Sections),
    post=extend_schema(parameters=[ID], request=shapes.Splitting, responses={201: DraftItem, 403: REFUSED}),
)
@answers(Rule.DOOR)
class DraftSectionsView(ReadView):
    """The headings of a draft; POST makes a draft of what stands under one of them, and takes it out of this one."""

    http_method_names = ["get", "head", "options", "post"]

    def answer(self, actor: Actor, given: QueryDict, draft_id: int) -> Answer:
        Parameters(given, ()).check()
        draft = draft_with_group(actor, possible(draft_id))
        items = [{"key": one.key, "level": one.level, "heading": one.words} for one in sections_to_take_out(draft)]
        return Answer.of(json.dumps({"sections": items}, ensure_ascii=False).encode())

    @once_per_key
    def post(self, request: Request, draft_id: int) -> HttpResponse:
        actor = actor_of(request._request)
        draft = draft_with_group(actor, possible(draft_id))
        insist_on_writing(request)
        require(actor, "split", draft)
        section, title = texts_in(request.data, "section", "title")
        begun = split_draft(draft, section, title=title, actor=actor)
        return created(draft_as_json(actor, draft_with_group(actor, begun.pk)), f"drafts/{begun.pk}/")
