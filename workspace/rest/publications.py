"""Publications of drafts for programs: how far they have come, and handing an adopted text in."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpResponse, QueryDict
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.request import Request

from plugins.api.access import Actor, abilities
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.idempotency import once_per_key
from plugins.api.adapters.rest_lists import Order, list_body
from plugins.api.adapters.rest_params import possible
from plugins.api.adapters.rest_views import Answer
from plugins.api.adapters.rest_writes import created
from plugins.api.adapters.routes import Rule, answers
from workspace.actions.publications import submit_publication
from workspace.models import Publication, PublicationCheck
from workspace.queries.drafts import draft_for
from workspace.queries.publications import Course, address_of, publications_of
from workspace.rest import publication_shapes as shapes
from workspace.rest.discussion_shapes import PAGING
from workspace.rest.discussions import WorkspaceView
from workspace.rest.draft_shapes import ID, REFUSED
from workspace.rest.presenting import person_as_json
from workspace.rest.scopes import insist_on_writing

NEWEST_FIRST = Order("id", tie="id", descending=True)
VERBS = ("sign", "send_back")


@extend_schema_view(
    get=extend_schema(parameters=[ID, *PAGING], responses=shapes.PublicationList),
    post=extend_schema(parameters=[ID], request=None, responses={201: shapes.PublicationItem, 403: REFUSED}),
)
@answers(Rule.DOOR)
class PublicationsView(WorkspaceView):
    """Every time the draft was handed to the editors, the newest first; POST hands its adopted text in, or says in
    `errors.draft` all that blocks it."""

    def answer(self, actor: Actor, given: QueryDict, draft_id: int) -> Answer:
        draft = draft_for(actor, possible(draft_id))
        rows = publications_of(actor, draft)
        page = self.page(rows.select_related(None), NEWEST_FIRST, given, Publication)
        found = rows.filter(pk__in=[row["id"] for row in page.rows])
        items = [json.dumps(publication_as_json(actor, one), ensure_ascii=False) for one in found]
        return Answer.of(list_body(self.request.path, given, page, items))

    @once_per_key
    def post(self, request: Request, draft_id: int) -> HttpResponse:
        actor = actor_of(request._request)
        draft = draft_for(actor, possible(draft_id))
        insist_on_writing(request)
        handed_in = submit_publication(draft, actor=actor)
        found = publications_of(actor, draft).get(pk=handed_in.pk)
        return created(publication_as_json(actor, found), f"drafts/{draft.pk}/publications/")


def publication_as_json(actor: Actor, publication: Publication) -> dict[str, Any]:
    course = Course(publication)
    signatures = [(check, True) for check in course.signed] + [(check, False) for check in course.outdated]
    return {
        "id": publication.pk,
        "url": publication.get_absolute_url(),
        "state": publication.state,
        "version": publication.version.number,
        "decision": publication.decision_id,
        "entry": publication.entry_id if address_of(actor, publication) else None,
        "submitted_by": person_as_json(publication.submitted_by),
        "submitted_at": publication.submitted_at.isoformat(),
        "ended_at": publication.ended_at.isoformat() if publication.ended_at else None,
        "end_reason": publication.end_reason,
        "signatures": [_signature(check, valid) for check, valid in signatures],
        "missing": course.missing,
        "may": abilities(actor, publication, VERBS),
    }


def _signature(check: PublicationCheck, valid: bool) -> dict[str, Any]:
    return {
        "person": person_as_json(check.signed_by),
        "for_office": check.is_by_office,
        "signed_at": check.signed_at.isoformat(),
        "valid": valid,
    }
