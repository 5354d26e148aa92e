"""Suggestions for drafts for programs: other words for a passage, and what becomes of them."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpResponse, JsonResponse, QueryDict
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.request import Request

from plugins.api.access import Actor
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.idempotency import once_per_key
from plugins.api.adapters.rest_fields import fields_of, text_in
from plugins.api.adapters.rest_lists import Order, list_body, page_of, place
from plugins.api.adapters.rest_params import PAGING, Parameters, possible
from plugins.api.adapters.rest_views import Answer, ReadView
from plugins.api.adapters.rest_writes import changed, created
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Invalid
from workspace.actions.remarks import Words, accept_suggestion, decline_suggestion, suggest, withdraw_suggestion
from workspace.drafting.passages import Passage
from workspace.models import Draft, DraftSuggestion, SuggestionState
from workspace.queries.draft_rows import draft_with_group
from workspace.queries.draft_threads import stale_among, suggestion_for
from workspace.queries.drafts import suggestions_of
from workspace.rest import draft_remark_shapes as shapes
from workspace.rest.discussions import WorkspaceView
from workspace.rest.draft_presenting import suggestion_as_json
from workspace.rest.draft_reading import PASSAGE, insist_on_none, one_of, passage_in, texts_in
from workspace.rest.draft_shapes import ID, REFUSED
from workspace.rest.scopes import insist_on_writing

IN_ORDER = Order("id", tie="id")
DECISIONS = (SuggestionState.ACCEPTED, SuggestionState.DECLINED, SuggestionState.WITHDRAWN)


@extend_schema_view(
    get=extend_schema(parameters=[ID, *shapes.SUGGESTIONS], responses=shapes.SuggestionList),
    post=extend_schema(
        parameters=[ID], request=shapes.NewSuggestion, responses={201: shapes.SuggestionItem, 403: REFUSED}
    ),
)
@answers(Rule.DOOR)
class DraftSuggestionsView(WorkspaceView):
    """The suggestions for a draft, in the order in which they were made; POST makes one."""

    def answer(self, actor: Actor, given: QueryDict, draft_id: int) -> Answer:
        draft = draft_with_group(actor, possible(draft_id))
        asked = Parameters(given, ("state", *PAGING))
        at = place(asked, IN_ORDER, DraftSuggestion)
        state = asked.choice("state", SuggestionState.values)
        asked.check()
        rows = suggestions_of(actor, draft)
        rows = rows.filter(state=state) if state else rows
        page = page_of(rows.select_related(None).order_by().values("id"), IN_ORDER, at, rows.count())
        found = list(rows.filter(pk__in=[row["id"] for row in page.rows]).order_by("pk"))
        stale = stale_among(draft, found)
        items = [json.dumps(suggestion_as_json(actor, one, draft, stale), ensure_ascii=False) for one in found]
        return Answer.of(list_body(self.request.path, given, page, items))

    @once_per_key
    def post(self, request: Request, draft_id: int) -> HttpResponse:
        actor = actor_of(request._request)
        draft = draft_with_group(actor, possible(draft_id))
        insist_on_writing(request)
        passage, words = _new(request.data)
        made = suggest(draft, passage, words, actor=actor)
        return created(_fresh(actor, draft, made.pk), f"drafts/{draft.pk}/suggestions/{made.pk}/")


@extend_schema_view(
    get=extend_schema(parameters=[ID, shapes.SUGGESTION], responses=shapes.SuggestionItem),
    patch=extend_schema(parameters=[ID, shapes.SUGGESTION], request=shapes.Decided, responses=shapes.SuggestionItem),
)
@answers(Rule.DOOR)
class DraftSuggestionView(ReadView):
    """One suggestion; PATCH accepts it, declines it with a reason, or takes it back."""

    http_method_names = ["get", "head", "options", "patch"]

    def answer(self, actor: Actor, given: QueryDict, draft_id: int, suggestion_id: int) -> Answer:
        Parameters(given, ()).check()
        shown = _fresh(actor, draft_with_group(actor, possible(draft_id)), suggestion_id)
        return Answer.of(json.dumps(shown, ensure_ascii=False).encode())

    def patch(self, request: Request, draft_id: int, suggestion_id: int) -> JsonResponse:
        actor = actor_of(request._request)
        draft = draft_with_group(actor, possible(draft_id))
        suggestion = suggestion_for(actor, draft, possible(suggestion_id))
        insist_on_writing(request)
        state, reason = texts_in(request.data, "state", "reason")
        match state:
            case SuggestionState.ACCEPTED:
                accept_suggestion(suggestion, actor=actor, reason=reason)
            case SuggestionState.DECLINED:
                decline_suggestion(suggestion, actor=actor, reason=reason)
            case SuggestionState.WITHDRAWN:
                withdraw_suggestion(suggestion, actor=actor)
            case _:
                raise Invalid({"state": [one_of(DECISIONS)]})
        return changed(_fresh(actor, draft, suggestion.pk))


def _new(given: Any) -> tuple[Passage, Words]:
    """What was sent, as the action takes it. Raises Invalid."""
    sent, errors = fields_of(given, ("replacement", "reason", *PASSAGE)), dict[str, list[str]]()
    replacement, reason = text_in(sent, "replacement", errors), text_in(sent, "reason", errors)
    if "replacement" not in sent:
        errors["replacement"] = [_("Send the new words; empty ones delete the passage.")]
    passage = passage_in(sent, errors)
    if passage is None:
        errors.setdefault("quote", [_("Send the words of the passage too.")])
    insist_on_none(errors)
    return passage or Passage(""), Words(replacement, reason)


def _fresh(actor: Actor, draft: Draft, pk: int) -> dict[str, Any]:
    suggestion = suggestion_for(actor, draft, possible(pk))
    return suggestion_as_json(actor, suggestion, draft, stale_among(draft, [suggestion]))
