"""What members say in consultations and what groups answer, for programs."""

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
from workspace.actions.consultations import (
    Said,
    answer_contribution,
    change_contribution,
    contribute,
    nothing_to_add,
    withdraw_contribution,
)
from workspace.models import Consultation, ConsultationQuestion, Contribution
from workspace.queries.consultation_rows import consultation_for, contribution_for, contributions_of
from workspace.rest import consultation_shapes as shapes
from workspace.rest.consultation_presenting import contribution_as_json
from workspace.rest.discussions import WorkspaceView
from workspace.rest.draft_reading import PASSAGE, insist_on_none, passage_in, texts_in
from workspace.rest.draft_shapes import REFUSED
from workspace.rest.scopes import insist_on_writing

IN_ORDER = Order("id", tie="id")


@extend_schema_view(
    get=extend_schema(parameters=[shapes.ID, *shapes.CONTRIBUTIONS], responses=shapes.ContributionList),
    post=extend_schema(
        parameters=[shapes.ID],
        request=shapes.NewContribution,
        responses={201: shapes.ContributionItem, 403: REFUSED},
        examples=shapes.TO_SAY,
    ),
)
@answers(Rule.DOOR)
class ContributionsView(WorkspaceView):
    """What members said, in the order in which it came, with the answers of the group; POST says something."""

    def answer(self, actor: Actor, given: QueryDict, consultation_id: int) -> Answer:
        consultation = consultation_for(actor, possible(consultation_id))
        asked = Parameters(given, ("answered", *PAGING))
        at = place(asked, IN_ORDER, Contribution)
        answered = asked.choice("answered", ("true", "false"))
        asked.check()
        rows = contributions_of(actor, consultation, answered=answered == "true" if answered else None)
        page = page_of(rows.select_related(None).order_by().values("id"), IN_ORDER, at, rows.count())
        found = rows.filter(pk__in=[row["id"] for row in page.rows])
        items = [json.dumps(contribution_as_json(actor, one, consultation), ensure_ascii=False) for one in found]
        return Answer.of(list_body(self.request.path, given, page, items))

    @once_per_key
    def post(self, request: Request, consultation_id: int) -> HttpResponse:
        actor = actor_of(request._request)
        consultation = consultation_for(actor, possible(consultation_id))
        insist_on_writing(request)
        said = contribute(consultation, _said(request.data, consultation), actor=actor)
        return created(_fresh(actor, said.pk), f"contributions/{said.pk}/")


@extend_schema_view(
    post=extend_schema(parameters=[shapes.ID], request=None, responses={204: shapes.NOTED, 403: REFUSED})
)
@answers(Rule.DOOR)
class NothingToAddView(ReadView):
    """The caller has read it and has nothing to add."""

    http_method_names = ["options", "post"]

    @once_per_key
    def post(self, request: Request, consultation_id: int) -> HttpResponse:
        actor = actor_of(request._request)
        consultation = consultation_for(actor, possible(consultation_id))
        insist_on_writing(request)
        nothing_to_add(consultation, actor=actor)
        return HttpResponse(status=204, headers={"Cache-Control": "no-store"})


@extend_schema_view(
    get=extend_schema(parameters=[shapes.CONTRIBUTION], responses=shapes.ContributionItem),
    patch=extend_schema(
        parameters=[shapes.CONTRIBUTION],
        request=shapes.ChangedContribution,
        responses={200: shapes.ContributionItem, 403: REFUSED},
        examples=shapes.TO_ANSWER,
    ),
    delete=extend_schema(parameters=[shapes.CONTRIBUTION], responses={204: shapes.GONE, 403: REFUSED}),
)
@answers(Rule.DOOR)
class ContributionView(ReadView):
    """One contribution. Its author changes it by PATCH and takes it back by DELETE until the end of the consultation;
    afterwards PATCH says what the group made of it."""

    http_method_names = ["get", "head", "options", "patch", "delete"]

    def answer(self, actor: Actor, given: QueryDict, contribution_id: int) -> Answer:
        Parameters(given, ()).check()
        return Answer.of(json.dumps(_fresh(actor, possible(contribution_id)), ensure_ascii=False).encode())

    def patch(self, request: Request, contribution_id: int) -> JsonResponse:
        actor = actor_of(request._request)
        said = contribution_for(actor, possible(contribution_id))
        insist_on_writing(request)
        if isinstance(request.data, dict) and set(request.data) <= {"text", "is_of_county"}:
            change_contribution(said, **_changed(request.data, said), actor=actor)
        else:
            outcome, answer = texts_in(request.data, "outcome", "answer")
            answer_contribution(said, outcome, answer, actor=actor)
        return changed(_fresh(actor, said.pk))

    def delete(self, request: Request, contribution_id: int) -> HttpResponse:
        actor = actor_of(request._request)
        said = contribution_for(actor, possible(contribution_id))
        insist_on_writing(request)
        withdraw_contribution(said, actor=actor)
        return HttpResponse(status=204, headers={"Cache-Control": "no-store"})


def _said(given: Any, consultation: Consultation) -> Said:
    """What was sent. Raises Invalid."""
    sent, errors = fields_of(given, ("text", "question", "is_of_county", *PASSAGE)), dict[str, list[str]]()
    text, passage = text_in(sent, "text", errors), passage_in(sent, errors)
    question = _question(sent.get("question"), consultation, errors)
    if question and passage:
        errors["quote"] = [_("Answer a question or speak about a passage, one of the two.")]
    is_of_county = _whether(sent, False, errors)
    insist_on_none(errors)
    return Said(text, question=question, passage=passage, is_of_county=is_of_county)


def _changed(given: Any, said: Contribution) -> dict[str, Any]:
    """What its author says instead; what is not sent stays. Raises Invalid."""
    sent, errors = fields_of(given, ("text", "is_of_county")), dict[str, list[str]]()
    text = text_in(sent, "text", errors) if "text" in sent else said.text
    is_of_county = _whether(sent, said.is_of_county, errors)
    insist_on_none(errors)
    return {"text": text, "is_of_county": is_of_county}


def _whether(sent: dict[str, Any], usual: bool, errors: dict[str, list[str]]) -> bool:
    is_of_county = sent.get("is_of_county", usual)
    if not isinstance(is_of_county, bool):
        errors["is_of_county"] = [_("true or false is needed.")]
    return bool(is_of_county)


def _question(number: Any, consultation: Consultation, errors: dict[str, list[str]]) -> ConsultationQuestion | None:
    if number is None:
        return None
    asked = {question.number: question for question in consultation.questions.all()}
    if not isinstance(number, int) or isinstance(number, bool) or number not in asked:
        errors["question"] = [_("There is no such question in this consultation.")]
        return None
    return asked[number]


def _fresh(actor: Actor, pk: int) -> dict[str, Any]:
    said = contribution_for(actor, pk)
    return contribution_as_json(actor, said, consultation_for(actor, said.consultation_id))
