"""Versions of drafts for programs."""

from __future__ import annotations

import json

from django.http import HttpResponse, QueryDict
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.request import Request

from plugins.api.access import Actor
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.idempotency import once_per_key
from plugins.api.adapters.rest_lists import Order, list_body
from plugins.api.adapters.rest_params import Parameters, possible
from plugins.api.adapters.rest_views import Answer, ReadView
from plugins.api.adapters.rest_writes import created
from plugins.api.adapters.routes import Rule, answers
from workspace.actions.drafts import name_version
from workspace.models import DraftVersion
from workspace.queries.drafts import draft_for, version_for, versions_of
from workspace.rest import draft_shapes as shapes
from workspace.rest.discussion_shapes import PAGING
from workspace.rest.discussions import WorkspaceView
from workspace.rest.draft_presenting import version_as_json, whole_version_as_json
from workspace.rest.draft_reading import texts_in
from workspace.rest.scopes import insist_on_writing

NEWEST_FIRST = Order("number", tie="number", descending=True)


@extend_schema_view(
    get=extend_schema(parameters=[shapes.ID, *PAGING], responses=shapes.VersionList),
    post=extend_schema(
        parameters=[shapes.ID], request=shapes.NewDraftVersion, responses={201: shapes.VersionItem, 403: shapes.REFUSED}
    ),
)
@answers(Rule.DOOR)
class DraftVersionsView(WorkspaceView):
    """The versions of a draft, the newest first, without their texts; POST keeps the text of this moment."""

    def answer(self, actor: Actor, given: QueryDict, draft_id: int) -> Answer:
        draft = draft_for(actor, possible(draft_id))
        rows = versions_of(actor, draft)
        page = self.page(rows.select_related(None).defer(None), NEWEST_FIRST, given, DraftVersion)
        found = rows.filter(number__in=[row["number"] for row in page.rows])
        items = [json.dumps(version_as_json(version, draft), ensure_ascii=False) for version in found]
        return Answer.of(list_body(self.request.path, given, page, items))

    @once_per_key
    def post(self, request: Request, draft_id: int) -> HttpResponse:
        actor = actor_of(request._request)
        draft = draft_for(actor, possible(draft_id))
        insist_on_writing(request)
        (name,) = texts_in(request.data, "name")
        kept = name_version(draft, name=name, actor=actor)
        return created(version_as_json(kept, draft), f"drafts/{draft.pk}/versions/{kept.number}/")


@extend_schema_view(get=extend_schema(parameters=[shapes.ID, shapes.NUMBER], responses=shapes.WholeVersion))
@answers(Rule.DOOR)
class DraftVersionView(ReadView):
    """One version with its text and who wrote what of it."""

    def answer(self, actor: Actor, given: QueryDict, draft_id: int, number: int) -> Answer:
        Parameters(given, ()).check()
        draft = draft_for(actor, possible(draft_id))
        version = version_for(actor, draft, possible(number))
        return Answer.of(json.dumps(whole_version_as_json(version, draft), ensure_ascii=False).encode())
