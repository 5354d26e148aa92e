"""Comments on drafts for programs."""

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
from plugins.api.errors import Invalid, Missing
from workspace.actions.remarks import answer_comment, comment_on_draft, delete_comment, reopen_comment, resolve_comment
from workspace.models import Draft, DraftComment
from workspace.queries.draft_rows import draft_with_group
from workspace.queries.draft_threads import thread_for, threads_of
from workspace.rest import draft_remark_shapes as shapes
from workspace.rest.discussions import WorkspaceView
from workspace.rest.draft_presenting import comment_as_json
from workspace.rest.draft_reading import PASSAGE, insist_on_none, passage_in
from workspace.rest.draft_shapes import ID, REFUSED
from workspace.rest.scopes import insist_on_writing

IN_ORDER = Order("id", tie="id")


@extend_schema_view(
    get=extend_schema(parameters=[ID, *shapes.COMMENTS], responses=shapes.CommentList),
    post=extend_schema(parameters=[ID], request=shapes.NewComment, responses={201: shapes.CommentItem, 403: REFUSED}),
)
@answers(Rule.DOOR)
class DraftCommentsView(WorkspaceView):
    """The comments on a draft with their answers, in the order in which they were written; POST says something, about a
    passage, about the whole, or as an answer."""

    def answer(self, actor: Actor, given: QueryDict, draft_id: int) -> Answer:
        draft = draft_with_group(actor, possible(draft_id))
        asked = Parameters(given, ("resolved", *PAGING))
        at = place(asked, IN_ORDER, DraftComment)
        resolved = asked.choice("resolved", ("true", "false"))
        asked.check()
        rows = threads_of(actor, draft, resolved=resolved == "true" if resolved else None)
        plain = rows.select_related(None).prefetch_related(None)
        page = page_of(plain.order_by().values("id"), IN_ORDER, at, plain.count())
        found = rows.filter(pk__in=[row["id"] for row in page.rows])
        items = [json.dumps(comment_as_json(actor, comment, draft), ensure_ascii=False) for comment in found]
        return Answer.of(list_body(self.request.path, given, page, items))

    @once_per_key
    def post(self, request: Request, draft_id: int) -> HttpResponse:
        actor = actor_of(request._request)
        draft = draft_with_group(actor, possible(draft_id))
        insist_on_writing(request)
        said = _said(request.data, draft, actor)
        return created(_fresh(actor, draft, said.pk), f"drafts/{draft.pk}/comments/{said.pk}/")


@extend_schema_view(
    get=extend_schema(parameters=[ID, shapes.COMMENT], responses=shapes.CommentItem),
    patch=extend_schema(parameters=[ID, shapes.COMMENT], request=shapes.Settled, responses=shapes.CommentItem),
    delete=extend_schema(parameters=[ID, shapes.COMMENT], responses={204: shapes.GONE}),
)
@answers(Rule.DOOR)
class DraftCommentView(ReadView):
    """One comment or answer; PATCH says that it is settled or open again, DELETE deletes it."""

    http_method_names = ["get", "head", "options", "patch", "delete"]

    def answer(self, actor: Actor, given: QueryDict, draft_id: int, comment_id: int) -> Answer:
        Parameters(given, ()).check()
        shown = _fresh(actor, draft_with_group(actor, possible(draft_id)), comment_id)
        return Answer.of(json.dumps(shown, ensure_ascii=False).encode())

    def patch(self, request: Request, draft_id: int, comment_id: int) -> JsonResponse:
        actor = actor_of(request._request)
        draft = draft_with_group(actor, possible(draft_id))
        comment = thread_for(actor, draft, possible(comment_id))
        insist_on_writing(request)
        resolved = fields_of(request.data, ("resolved",)).get("resolved")
        if not isinstance(resolved, bool):
            raise Invalid({"resolved": [_("true or false is needed.")]})
        if resolved != comment.is_resolved:
            (resolve_comment if resolved else reopen_comment)(comment, actor=actor)
        return changed(_fresh(actor, draft, comment.pk))

    def delete(self, request: Request, draft_id: int, comment_id: int) -> HttpResponse:
        actor = actor_of(request._request)
        draft = draft_with_group(actor, possible(draft_id))
        comment = thread_for(actor, draft, possible(comment_id))
        insist_on_writing(request)
        delete_comment(comment, actor=actor)
        return HttpResponse(status=204, headers={"Cache-Control": "no-store"})


def _said(given: Any, draft: Draft, actor: Actor) -> DraftComment:
    """What was sent, said. Raises Invalid."""
    sent, errors = fields_of(given, ("text", "answers_to", *PASSAGE)), dict[str, list[str]]()
    text, passage = text_in(sent, "text", errors), passage_in(sent, errors)
    answered = _answered(sent.get("answers_to"), draft, actor, errors)
    if answered and passage:
        errors["quote"] = [_("An answer stands under its comment and has no passage of its own.")]
    insist_on_none(errors)
    if answered:
        return answer_comment(answered, text, actor=actor)
    return comment_on_draft(draft, text, passage=passage, actor=actor)


def _answered(number: Any, draft: Draft, actor: Actor, errors: dict[str, list[str]]) -> DraftComment | None:
    if number is None:
        return None
    if isinstance(number, int) and not isinstance(number, bool):
        try:
            return thread_for(actor, draft, possible(number))
        except Missing:
            pass
    errors["answers_to"] = [_("There is no such comment on this draft.")]
    return None


def _fresh(actor: Actor, draft: Draft, pk: int) -> dict[str, Any]:
    return comment_as_json(actor, thread_for(actor, draft, possible(pk)), draft)
