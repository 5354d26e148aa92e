"""Drafts for programs: what the caller reads, and with the scope `write:workspace` what they do.

The words themselves are written through the socket, for which a ticket is given here.
"""

from __future__ import annotations

import json
from typing import Any

from django.db import transaction
from django.http import HttpResponse, JsonResponse, QueryDict
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.request import Request
from wagtail.models import APIToken

from cms.accounts.front_ends.queries import FrontEndToken
from plugins.api.access import Actor, abilities
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.idempotency import once_per_key
from plugins.api.adapters.rest_lists import Order, list_body, page_of, place
from plugins.api.adapters.rest_params import PAGING, Parameters, possible
from plugins.api.adapters.rest_views import Answer, ReadView
from plugins.api.adapters.rest_writes import changed, created
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Invalid
from workspace.actions.draft_challenges import connect_challenges
from workspace.actions.drafts import give_ticket, rename_draft, start_draft
from workspace.models import Draft, DraftState
from workspace.queries.draft_rows import draft_with_group, drafts_by_id, drafts_found, groups_known
from workspace.rest import draft_shapes as shapes
from workspace.rest.discussions import WorkspaceView
from workspace.rest.draft_moves import moves_of
from workspace.rest.draft_presenting import challenges_as_json, draft_as_json
from workspace.rest.draft_reading import changes_of_draft, new_draft, one_of, texts_in
from workspace.rest.draft_texts import FORMATS, text_answer, text_in_json
from workspace.rest.scopes import insist_on_reading, insist_on_writing

NEWEST_FIRST = Order("updated_at", descending=True)


@extend_schema_view(
    get=extend_schema(parameters=shapes.LIST, responses=shapes.DraftList),
    post=extend_schema(request=shapes.NewDraft, responses={201: shapes.DraftItem, 403: shapes.REFUSED}),
)
@answers(Rule.DOOR)
class DraftsView(ReadView):
    """All drafts that the caller reads, the last changed first; POST begins an empty one in a group or for a county."""

    http_method_names = ["get", "head", "options", "post"]

    def answer(self, actor: Actor, given: QueryDict) -> Answer:
        asked = Parameters(given, ("group", "state", *PAGING))
        at = place(asked, NEWEST_FIRST, Draft)
        group, state = asked.text("group"), asked.choice("state", DraftState.values)
        asked.check()
        rows = drafts_found(actor, group=group, state=state)
        values = rows.select_related(None).order_by().values("pk", "updated_at")
        page = page_of(values, NEWEST_FIRST, at, rows.count())
        found = drafts_by_id(actor, [row["pk"] for row in page.rows])
        known = groups_known(actor, found.values())
        shown = (draft_as_json(actor, found[row["pk"]], known) for row in page.rows if row["pk"] in found)
        items = [json.dumps(item, ensure_ascii=False) for item in shown]
        return Answer.of(list_body(self.request.path, given, page, items))

    @once_per_key
    def post(self, request: Request) -> HttpResponse:
        insist_on_writing(request)
        actor = actor_of(request._request)
        owner, title = new_draft(request.data, actor)
        begun = start_draft(owner, title=title, actor=actor)
        return created(draft_as_json(actor, draft_with_group(actor, begun.pk)), f"drafts/{begun.pk}/")


@extend_schema_view(
    get=extend_schema(parameters=[shapes.ID, shapes.FORMAT], responses=shapes.ONE),
    patch=extend_schema(parameters=[shapes.ID], request=shapes.ChangedDraft, responses=shapes.ConnectedDraft),
)
@answers(Rule.DOOR)
class DraftView(ReadView):
    """One draft with its text, or with `format` the text alone in another form; PATCH changes its title and
    what it answers."""

    http_method_names = ["get", "head", "options", "patch"]

    def get(self, request: Request, **parts: Any) -> HttpResponse:
        asked = Parameters(request._request.GET, ("format",))
        form = asked.choice("format", FORMATS)
        asked.check()
        if not form:
            return super().get(request, **parts)
        actor = actor_of(request._request)
        return text_answer(request._request, actor, draft_with_group(actor, possible(parts["draft_id"])), form)

    def answer(self, actor: Actor, given: QueryDict, draft_id: int) -> Answer:
        draft = draft_with_group(actor, possible(draft_id))
        shown = draft_as_json(actor, draft) | text_in_json(actor, draft)
        shown["challenges"] = challenges_as_json(actor, draft)
        return Answer.of(json.dumps(shown, ensure_ascii=False).encode())

    def patch(self, request: Request, draft_id: int) -> JsonResponse:
        actor = actor_of(request._request)
        draft = draft_with_group(actor, possible(draft_id))
        insist_on_writing(request)
        title, challenges = changes_of_draft(request.data)
        with transaction.atomic():
            if title is not None:
                rename_draft(draft, title=title, actor=actor)
            if challenges is not None:
                connect_challenges(draft, challenges, actor=actor)
        found = draft_with_group(actor, draft.pk)
        return changed(draft_as_json(actor, found) | {"challenges": challenges_as_json(actor, found)})


@extend_schema_view(
    get=extend_schema(parameters=[shapes.ID], responses=shapes.Transitions),
    post=extend_schema(
        parameters=[shapes.ID], request=shapes.Transition, responses={201: shapes.DraftItem, 403: shapes.REFUSED}
    ),
)
@answers(Rule.DOOR)
class DraftTransitionsView(WorkspaceView):
    """Where the draft could go from its present state, and whether the caller may move it there; POST moves it."""

    def answer(self, actor: Actor, given: QueryDict, draft_id: int) -> Answer:
        Parameters(given, ()).check()
        draft = draft_with_group(actor, possible(draft_id))
        told = {to: abilities(actor, draft, (verb,))[verb] for to, (verb, _move) in moves_of(draft).items()}
        return Answer.of(json.dumps({"state": draft.state, "to": told}, ensure_ascii=False).encode())

    @once_per_key
    def post(self, request: Request, draft_id: int) -> HttpResponse:
        actor = actor_of(request._request)
        draft = draft_with_group(actor, possible(draft_id))
        insist_on_writing(request)
        to, reason = texts_in(request.data, "to", "reason")
        moves = moves_of(draft)
        if to not in moves:
            raise Invalid({"to": [one_of(moves)]})
        moves[to][1](draft, actor, reason)
        return created(draft_as_json(actor, draft_with_group(actor, draft.pk)), f"drafts/{draft.pk}/transitions/")


def _holder(request: Request) -> dict[str, Any]:
    """What the ticket ends with: the token, the front end that was let in, or the session."""
    match request.auth:
        case APIToken() as token:
            return {"token": token}
        case FrontEndToken() as shown:
            return {"front_end": shown.access}
    return {"session_key": request._request.session.session_key or ""}


@extend_schema_view(post=extend_schema(parameters=[shapes.ID], request=None, responses={201: shapes.Ticket}))
@answers(Rule.DOOR)
class DraftTicketView(ReadView):
    """A ticket for the socket of the draft, for a program that has no cookie; good for one use within a minute."""

    http_method_names = ["options", "post"]

    def post(self, request: Request, draft_id: int) -> JsonResponse:
        actor = actor_of(request._request)
        draft = draft_with_group(actor, possible(draft_id))
        insist_on_reading(request)
        ticket, seconds = give_ticket(draft, actor=actor, **_holder(request))
        answer = changed({"ticket": ticket, "expires_in": seconds})
        answer.status_code = 201
        return answer
