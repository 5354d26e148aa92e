"""Working groups for programs: those that the caller knows of, and proposing one."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpResponse, QueryDict
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.request import Request

from cms.rest.shapes import PAGING as PAGING_PARAMETERS
from plugins.api.access import Actor, abilities, may
from plugins.api.actors import actor_for
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.idempotency import once_per_key
from plugins.api.adapters.rest import json_answer
from plugins.api.adapters.rest_lists import Order, list_body, page_of, place
from plugins.api.adapters.rest_params import PAGING, Parameters
from plugins.api.adapters.rest_views import Answer, ReadView
from plugins.api.adapters.routes import Rule, answers
from workspace.actions.groups import propose_group
from workspace.models import GroupState, WorkingGroup
from workspace.queries.groups import SHOWN_VERBS, group_by_slug, groups_by_id, groups_for, topics_named
from workspace.rest import shapes
from workspace.rest.scopes import insist_on_writing

BY_TITLE = Order("title")


@extend_schema_view(
    get=extend_schema(parameters=[*shapes.LIST, *PAGING_PARAMETERS], responses=shapes.GroupList),
    post=extend_schema(request=shapes.Proposal, responses={201: shapes.Group, 403: shapes.REFUSED}),
)
@answers(Rule.DOOR)
class GroupListView(ReadView):
    """The groups that the caller knows of, by title; POST proposes one (scope `write:workspace`)."""

    http_method_names = ["get", "head", "options", "post"]

    def answer(self, actor: Actor, given: QueryDict) -> Answer:
        asked = Parameters(given, ("state", "topic", *PAGING))
        at = place(asked, BY_TITLE, WorkingGroup)
        state = asked.choice("state", GroupState.values)
        asked.check()
        rows = groups_for(actor, asked.text("topic")).prefetch_related(None)
        rows = rows.filter(state=state) if state else rows
        page = page_of(rows.values("pk", "title"), BY_TITLE, at, rows.count())
        groups = groups_by_id(actor, [row["pk"] for row in page.rows])
        items = (json.dumps(as_json(groups[row["pk"]], actor), ensure_ascii=False) for row in page.rows)
        return Answer.of(list_body(self.request.path, given, page, items))

    @once_per_key
    def post(self, request: Request) -> HttpResponse:
        insist_on_writing(request)
        sent = shapes.Proposal(data=request.data)
        sent.is_valid(raise_exception=True)
        actor = actor_of(request._request)
        topics = topics_named(actor, sent.validated_data.get("topics", ()))
        made = propose_group(sent.validated_data, topics=topics, actor=actor)
        actor = actor_for(actor.user)  # with what coordinating the new group opens
        group = group_by_slug(actor, made.slug)
        body = json.dumps(as_json(group, actor), ensure_ascii=False).encode()
        response = json_answer(request._request, body, is_public=False)
        response.status_code, response["Location"] = 201, f"/api/v1/groups/{group.slug}/"
        return response


@extend_schema_view(get=extend_schema(parameters=[shapes.SLUG], responses=shapes.Group))
@answers(Rule.DOOR)
class GroupView(ReadView):
    """One group, as the caller knows it."""

    def answer(self, actor: Actor, given: QueryDict, slug: str) -> Answer:
        Parameters(given, ()).check()
        group = group_by_slug(actor, slug)
        return Answer.of(json.dumps(as_json(group, actor), ensure_ascii=False).encode())


def as_json(group: WorkingGroup, actor: Actor) -> dict[str, Any]:
    """One group, whose places and open invitations were fetched with it."""
    return {
        "slug": group.slug,
        "url": group.get_absolute_url(),
        "title": group.title,
        "question": group.question,
        "expected_result": group.expected_result,
        "mandate": group.mandate,
        "visibility": group.visibility,
        "join": group.join,
        "state": group.state,
        "topics": [topic.slug for topic in group.topics.all()],
        "coordinators": [str(place.user) for place in group.coordinators()],
        "counties_count": len(group.counties()),
        "members_count": len(group.places()) if may(actor, "see_members", group) else None,
        "may": abilities(actor, group, SHOWN_VERBS),
    }
