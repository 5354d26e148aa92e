"""Challenges for programs: what the caller reads; with the scope `write:workspace` they put one.

Posts are read and written under the discussion that each challenge names.
"""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpResponse, QueryDict
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.request import Request

from plugins.api.access import Actor, abilities
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.idempotency import once_per_key
from plugins.api.adapters.rest_lists import Order, list_body, page_of, place
from plugins.api.adapters.rest_params import PAGING, Parameters, possible
from plugins.api.adapters.rest_views import Answer, ReadView
from plugins.api.adapters.rest_writes import created
from plugins.api.adapters.routes import Rule, answers
from workspace.actions.challenges import post_challenge
from workspace.models import Challenge, ChallengeState
from workspace.queries.challenges import challenge_for, challenges_for, narrowed
from workspace.rest import challenge_shapes as shapes
from workspace.rest.reading import new_challenge
from workspace.rest.scopes import insist_on_writing

NEWEST_FIRST = Order("id", descending=True, tie="id")
VERBS = ("withdraw",)
VERBS_OF_DISCUSSION = ("write_post", "mark_answer")


@extend_schema_view(
    get=extend_schema(parameters=shapes.LIST, responses=shapes.ChallengeList),
    post=extend_schema(request=shapes.NewChallenge, responses={201: shapes.ChallengeItem}),
)
@answers(Rule.DOOR)
class ChallengesView(ReadView):
    """All challenges that the caller reads, newest first; POST puts one to all members."""

    http_method_names = ["get", "head", "options", "post"]

    def answer(self, actor: Actor, given: QueryDict) -> Answer:
        asked = Parameters(given, ("state", "topic", "urgent", *PAGING))
        at = place(asked, NEWEST_FIRST, Challenge)
        state, topic = asked.choice("state", ChallengeState.values), asked.text("topic")
        urgent = bool(asked.choice("urgent", ("true",)))
        asked.check()
        rows = narrowed(challenges_for(actor, state or ""), actor, topic=topic, urgent=urgent)
        page = page_of(rows.order_by().values("id"), NEWEST_FIRST, at, rows.count())
        found = {one.pk: one for one in challenges_for(actor).filter(pk__in=[row["id"] for row in page.rows])}
        items = [json.dumps(as_json(found[row["id"]], actor), ensure_ascii=False) for row in page.rows]
        return Answer.of(list_body(self.request.path, given, page, items))

    @once_per_key
    def post(self, request: Request) -> HttpResponse:
        insist_on_writing(request)
        actor = actor_of(request._request)
        put = post_challenge(actor=actor, **new_challenge(request.data, actor))
        return created(as_json(challenge_for(actor, put.pk), actor), f"challenges/{put.pk}/")


@extend_schema_view(get=extend_schema(parameters=[shapes.ID], responses=shapes.ChallengeItem))
@answers(Rule.DOOR)
class ChallengeView(ReadView):
    """One challenge, without its posts."""

    def answer(self, actor: Actor, given: QueryDict, challenge_id: int) -> Answer:
        Parameters(given, ()).check()
        found = challenge_for(actor, possible(challenge_id))
        return Answer.of(json.dumps(as_json(found, actor), ensure_ascii=False).encode())


def as_json(challenge: Challenge, actor: Actor) -> dict[str, Any]:
    """A challenge that was fetched with its `state`."""
    discussion = challenge.discussion
    return {
        "id": challenge.pk,
        "url": challenge.get_absolute_url(),
        "title": discussion.title,
        "state": challenge.state,  # type: ignore[attr-defined]
        "urgent": challenge.urgent,
        "quotable": discussion.quotable,
        "topics": [topic.slug for topic in discussion.topics.all()],
        "author": {"id": discussion.author_id, "name": discussion.author.get_full_name()},
        "discussion": discussion.pk,
        "answer": discussion.answer_id,
        "created_at": discussion.created_at.isoformat(),
        "last_post_at": discussion.last_post_at.isoformat(),
        "may": abilities(actor, challenge, VERBS) | abilities(actor, discussion, VERBS_OF_DISCUSSION),
    }
