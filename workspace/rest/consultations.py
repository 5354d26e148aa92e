"""Consultations for programs: which there are, about which text, and with the scope `write:workspace` their beginning
and end."""

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
from workspace.actions.consultations import USUAL, end_consultation, open_consultation
from workspace.drafting.formats.html import html_of
from workspace.drafting.formats.shapes import checked
from workspace.models import Consultation
from workspace.queries.consultation_rows import (
    consultation_for,
    consultations_by_id,
    consultations_found,
    known_groups_of,
)
from workspace.queries.draft_pictures import pictures_for
from workspace.queries.drafts import draft_for
from workspace.rest import consultation_shapes as shapes
from workspace.rest.consultation_presenting import consultation_as_json
from workspace.rest.draft_reading import insist_on_none
from workspace.rest.draft_shapes import ID as DRAFT
from workspace.rest.draft_shapes import REFUSED
from workspace.rest.scopes import insist_on_writing

NEWEST_FIRST = Order("id", tie="id", descending=True)
LARGEST = 2**63 - 1


@extend_schema_view(get=extend_schema(parameters=shapes.LIST, responses=shapes.ConsultationList))
@answers(Rule.DOOR)
class ConsultationsView(ReadView):
    """All consultations, the newest first, to members and to those whose draft it is."""

    def answer(self, actor: Actor, given: QueryDict) -> Answer:
        asked = Parameters(given, ("state", "draft", *PAGING))
        at = place(asked, NEWEST_FIRST, Consultation)
        state, draft = asked.choice("state", ("open", "ended")), asked.number("draft", 0, least=1, most=LARGEST)
        asked.check()
        rows = consultations_found(actor, state=state, draft=draft or None)
        page = page_of(rows.order_by().values("id"), NEWEST_FIRST, at, rows.count())
        found = consultations_by_id(actor, [row["id"] for row in page.rows])
        known = known_groups_of(actor, found.values())
        shown = (consultation_as_json(actor, found[row["id"]], known) for row in page.rows if row["id"] in found)
        items = [json.dumps(item, ensure_ascii=False) for item in shown]
        return Answer.of(list_body(self.request.path, given, page, items))


@extend_schema_view(get=extend_schema(parameters=[shapes.ID], responses=shapes.ConsultationItem))
@answers(Rule.DOOR)
class ConsultationView(ReadView):
    """One consultation with its questions, and how many have contributed."""

    def answer(self, actor: Actor, given: QueryDict, consultation_id: int) -> Answer:
        Parameters(given, ()).check()
        shown = consultation_as_json(actor, consultation_for(actor, possible(consultation_id)))
        return Answer.of(json.dumps(shown, ensure_ascii=False).encode())


@extend_schema_view(get=extend_schema(parameters=[shapes.ID], responses=shapes.ConsultationText))
@answers(Rule.DOOR)
class ConsultationTextView(ReadView):
    """The text that members are asked about, also for those who do not read the draft."""

    def answer(self, actor: Actor, given: QueryDict, consultation_id: int) -> Answer:
        Parameters(given, ()).check()
        consultation = consultation_for(actor, possible(consultation_id))
        version = consultation.version
        document = checked(version.content)
        shown = {
            "number": version.number,
            "digest": version.digest,
            "body": {"html": html_of(document, pictures=pictures_for(actor, consultation.draft, document))},
            "document": document,
        }
        return Answer.of(json.dumps(shown, ensure_ascii=False).encode())


@extend_schema_view(
    post=extend_schema(parameters=[shapes.ID], request=None, responses={200: shapes.ConsultationItem, 403: REFUSED})
)
@answers(Rule.DOOR)
class ConsultationEndView(ReadView):
    """Ends a consultation before its time; the text is written on, or is decided again."""

    http_method_names = ["options", "post"]

    @once_per_key
    def post(self, request: Request, consultation_id: int) -> JsonResponse:
        actor = actor_of(request._request)
        consultation = consultation_for(actor, possible(consultation_id))
        insist_on_writing(request)
        end_consultation(consultation, actor=actor)
        return changed(consultation_as_json(actor, consultation_for(actor, consultation.pk)))


@extend_schema_view(
    post=extend_schema(
        parameters=[DRAFT],
        request=shapes.NewConsultation,
        responses={201: shapes.ConsultationItem, 403: REFUSED},
        examples=shapes.TO_OPEN,
    )
)
@answers(Rule.DOOR)
class DraftConsultationsView(ReadView):
    """Freezes the text and asks all members about it; each is told once."""

    http_method_names = ["options", "post"]

    @once_per_key
    def post(self, request: Request, draft_id: int) -> HttpResponse:
        actor = actor_of(request._request)
        draft = draft_for(actor, possible(draft_id))
        insist_on_writing(request)
        opened = open_consultation(draft, actor=actor, **_new_consultation(request.data))
        return created(consultation_as_json(actor, consultation_for(actor, opened.pk)), f"consultations/{opened.pk}/")


def _new_consultation(given: Any) -> dict[str, Any]:
    """For the action that opens one. Raises Invalid."""
    sent, errors = fields_of(given, ("days", "introduction", "questions")), dict[str, list[str]]()
    days, introduction = sent.get("days", USUAL), text_in(sent, "introduction", errors)
    if not isinstance(days, int) or isinstance(days, bool):
        errors["days"] = [_("Between 3 and 90 days.")]
    questions = sent.get("questions", [])
    if not isinstance(questions, list) or not all(_is_text(question) for question in questions):
        errors["questions"] = [_("A list of texts is needed.")]
    insist_on_none(errors)
    return {"days": days, "introduction": introduction, "questions": questions}


def _is_text(question: Any) -> bool:
    errors = dict[str, list[str]]()
    text_in({"text": question}, "text", errors)
    return not errors
