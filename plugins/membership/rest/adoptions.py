"""The adoption register for programs: what the caller reads of it. To others it is empty."""

from __future__ import annotations

import json
from typing import Any

from django.db.models import BigIntegerField
from django.http import HttpResponse, QueryDict
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.request import Request

from cms.accounts.models import Scope, User
from plugins.api.access import Actor, abilities
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.rest_lists import Order, list_body, page_of, place
from plugins.api.adapters.rest_params import PAGING, Parameters
from plugins.api.adapters.rest_scopes import insist_on_scope
from plugins.api.adapters.rest_views import Answer, ReadView
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing
from plugins.membership.actions.adoptions import take_back_adoption
from plugins.membership.models import Adoption, AdoptionState
from plugins.membership.queries.adoptions import adoption_for, adoptions_for, contacts_of
from plugins.membership.rest import adoption_shapes as shapes

NEWEST_FIRST = Order("id", descending=True, tie="id")


@extend_schema_view(get=extend_schema(parameters=shapes.LIST, responses=shapes.AdoptionList))
@answers(Rule.DOOR)
class AdoptionsView(ReadView):
    """All adoptions that the caller reads, the last recorded first."""

    def answer(self, actor: Actor, given: QueryDict) -> Answer:
        asked = Parameters(given, ("entry", "county", "state", *PAGING))
        at = place(asked, NEWEST_FIRST, Adoption)
        entry = asked.number("entry", 0, least=1, most=BigIntegerField.MAX_BIGINT)
        county, state = asked.text("county"), asked.choice("state", AdoptionState.values)
        asked.check()
        rows = adoptions_for(actor, entry=entry or None, county=county, state=state)
        page = page_of(rows.order_by().values("id"), NEWEST_FIRST, at, rows.count())
        found = {one.pk: one for one in adoptions_for(actor).filter(pk__in=[row["id"] for row in page.rows])}
        contacts = contacts_of(found.values())
        items = [
            json.dumps(as_json(found[row["id"]], contacts), ensure_ascii=False)
            for row in page.rows
            if row["id"] in found
        ]
        return Answer.of(list_body(self.request.path, given, page, items))


@extend_schema_view(
    get=extend_schema(parameters=[shapes.ID], responses=shapes.AdoptionDetail),
    delete=extend_schema(parameters=[shapes.ID], responses={204: shapes.GONE}),
)
@answers(Rule.DOOR)
class AdoptionView(ReadView):
    """What one county did with one entry; DELETE takes back what it entered by mistake (`write:workspace`)."""

    http_method_names = ["get", "head", "options", "delete"]

    def answer(self, actor: Actor, given: QueryDict, adoption_id: int) -> Answer:
        Parameters(given, ()).check()
        found = _found(actor, adoption_id)
        item = as_json(found, contacts_of([found])) | {"may": abilities(actor, found, ("edit", "take_back"))}
        return Answer.of(json.dumps(item, ensure_ascii=False).encode())

    def delete(self, request: Request, adoption_id: int) -> HttpResponse:
        actor = actor_of(request._request)
        found = _found(actor, adoption_id)
        refusal = _("This token may not change the register. It needs the scope write:workspace.")
        insist_on_scope(request, Scope.WRITE_WORKSPACE, refusal)
        take_back_adoption(found, actor=actor)
        return HttpResponse(status=204, headers={"Cache-Control": "no-store"})


def _found(actor: Actor, adoption_id: int) -> Adoption:
    if adoption_id > BigIntegerField.MAX_BIGINT:
        raise Missing
    return adoption_for(actor, adoption_id)


def as_json(adoption: Adoption, contacts: dict[int, User]) -> dict[str, Any]:
    """One that was fetched with title and slug of its entry."""
    contact = contacts.get(adoption.contact_id or 0)
    return {
        "id": adoption.pk,
        "url": adoption.get_absolute_url(),
        "entry": {
            "id": adoption.entry_id,
            "title": adoption.title,  # type: ignore[attr-defined]
            "url": f"/wissen/{adoption.slug}/",  # type: ignore[attr-defined]
        },
        "county": {"key": adoption.county.key, "name": adoption.county.full_name},
        "state": adoption.state,
        "month": adoption.month.isoformat(),
        "changed": adoption.changed,
        "effort": adoption.effort,
        "result": adoption.result,
        "contact": {"id": contact.pk, "name": contact.get_full_name()} if contact else None,
        "recorded_at": adoption.recorded_at.isoformat(),
        "changed_at": adoption.changed_at.isoformat(),
    }
