"""Decisions about drafts for programs."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpResponse, JsonResponse, QueryDict
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.request import Request

from plugins.api.access import Actor, abilities
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.idempotency import once_per_key
from plugins.api.adapters.rest_fields import fields_of
from plugins.api.adapters.rest_lists import Order, list_body
from plugins.api.adapters.rest_params import Parameters, possible
from plugins.api.adapters.rest_views import Answer as Answered
from plugins.api.adapters.rest_views import ReadView
from plugins.api.adapters.rest_writes import changed, created
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Invalid
from workspace.actions.decisions import USUAL, answer_decision, call_decision
from workspace.models import Decision, Draft, Voice
from workspace.queries.decisions import decision_for, decisions_of, result_of
from workspace.queries.drafts import draft_for
from workspace.rest import decision_shapes as shapes
from workspace.rest.discussion_shapes import PAGING
from workspace.rest.discussions import WorkspaceView
from workspace.rest.draft_reading import texts_in
from workspace.rest.draft_shapes import ID, REFUSED
from workspace.rest.presenting import person_as_json
from workspace.rest.scopes import insist_on_writing

NEWEST_FIRST = Order("id", tie="id", descending=True)
VERBS = ("answer", "call_off", "finish")


@extend_schema_view(
    get=extend_schema(parameters=[ID, *PAGING], responses=shapes.DecisionList),
    post=extend_schema(parameters=[ID], request=shapes.NewDecision, responses={201: shapes.DecisionItem, 403: REFUSED}),
)
@answers(Rule.DOOR)
class DecisionsView(WorkspaceView):
    """The decisions about a draft, the newest first; POST freezes the text and asks those who write in it."""

    def answer(self, actor: Actor, given: QueryDict, draft_id: int) -> Answered:
        draft = draft_for(actor, possible(draft_id))
        rows = decisions_of(actor, draft)
        page = self.page(rows.select_related(None).prefetch_related(None), NEWEST_FIRST, given, Decision)
        found = rows.filter(pk__in=[row["id"] for row in page.rows])
        items = [json.dumps(decision_as_json(actor, one, draft), ensure_ascii=False) for one in found]
        return Answered.of(list_body(self.request.path, given, page, items))

    @once_per_key
    def post(self, request: Request, draft_id: int) -> HttpResponse:
        actor = actor_of(request._request)
        draft = draft_for(actor, possible(draft_id))
        insist_on_writing(request)
        days = fields_of(request.data, ("days",)).get("days", USUAL)
        if not isinstance(days, int) or isinstance(days, bool):
            raise Invalid({"days": [_("Between 1 and 60 days.")]})
        called = call_decision(draft, days=days, actor=actor)
        found = decision_for(actor, draft, called.pk)
        return created(decision_as_json(actor, found, found.draft), f"drafts/{draft.pk}/decisions/{called.pk}/")


@extend_schema_view(get=extend_schema(parameters=[ID, shapes.DECISION], responses=shapes.DecisionItem))
@answers(Rule.DOOR)
class DecisionView(ReadView):
    """One decision, with what each answered."""

    def answer(self, actor: Actor, given: QueryDict, draft_id: int, decision_id: int) -> Answered:
        Parameters(given, ()).check()
        draft = draft_for(actor, possible(draft_id))
        decision = decision_for(actor, draft, possible(decision_id))
        return Answered.of(json.dumps(decision_as_json(actor, decision, draft), ensure_ascii=False).encode())


@extend_schema_view(
    post=extend_schema(
        parameters=[ID, shapes.DECISION], request=shapes.NewAnswer, responses={200: shapes.VoiceItem, 403: REFUSED}
    )
)
@answers(Rule.DOOR)
class DecisionAnswersView(ReadView):
    """The caller's own answer; until the end it can be sent anew."""

    http_method_names = ["options", "post"]

    @once_per_key
    def post(self, request: Request, draft_id: int, decision_id: int) -> JsonResponse:
        actor = actor_of(request._request)
        decision = decision_for(actor, draft_for(actor, possible(draft_id)), possible(decision_id))
        insist_on_writing(request)
        answer, reason = texts_in(request.data, "answer", "reason")
        return changed(voice_as_json(answer_decision(decision, answer, reason=reason, actor=actor)))


def decision_as_json(actor: Actor, decision: Decision, draft: Draft) -> dict[str, Any]:
    """A decision that was fetched with its voices."""
    decision.draft = draft
    result = result_of(decision)
    return {
        "id": decision.pk,
        "url": decision.get_absolute_url(),
        "version": decision.version.number,
        "digest": decision.version.digest,
        "called_by": person_as_json(decision.called_by),
        "called_at": decision.called_at.isoformat(),
        "ends_at": decision.ends_at.isoformat(),
        "ended_at": decision.ended_at.isoformat() if decision.ended_at else None,
        "outcome": decision.outcome,
        "end_reason": decision.end_reason,
        "result": {name: getattr(result, name) for name in ("asked", "quorum", "agree", "abstain", "object")},
        "voices": [voice_as_json(voice) for voice in decision.voices.all()],
        "may": abilities(actor, decision, VERBS),
    }


def voice_as_json(voice: Voice) -> dict[str, Any]:
    return {
        "person": person_as_json(voice.person),
        "county": str(voice.county) if voice.county else None,
        "answer": voice.answer or None,
        "reason": voice.reason,
        "answered_at": voice.answered_at.isoformat() if voice.answered_at else None,
    }
