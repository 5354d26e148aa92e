"""Previews for front ends elsewhere: a link is given to whoever may change the entry, and read without signing in."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpResponse
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework.request import Request

from cms.actions.previewing import give_preview
from cms.models import Layer
from cms.queries.previews import previewed
from cms.queries.writing import entry_to_change
from cms.rest import shapes
from cms.rest import writing_shapes as writing
from cms.rest.scopes import writer_of
from plugins.api.adapters.rest_fields import Errors, choice_in, fields_of
from plugins.api.adapters.rest_params import possible
from plugins.api.adapters.rest_views import ReadView
from plugins.api.adapters.rest_writes import created
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Invalid

TOKEN = OpenApiParameter("token", str, OpenApiParameter.PATH, description="From `entries/<id>/previews/`.")


@extend_schema_view(
    post=extend_schema(
        parameters=[shapes.ENTRY_ID], request=writing.NewPreview, responses={201: writing.Preview, 403: shapes.REFUSED}
    )
)
@answers(Rule.DOOR)
class PreviewsView(ReadView):
    """POST gives a link to the newest version of an entry as it is now. It opens for an hour, at this version."""

    http_method_names = ["options", "post"]

    def post(self, request: Request, entry_id: int) -> HttpResponse:
        actor = writer_of(request)
        entry = entry_to_change(possible(entry_id), actor)
        errors: Errors = {}
        layer = choice_in(fields_of(request.data, ("layer",)), "layer", Layer.values, Layer.MEMBERS, errors)
        if errors:
            raise Invalid(errors)
        link, token = give_preview(entry.get_latest_revision_as_object(), actor=actor, layer=layer)
        address = f"preview/{token}/"
        told = {"token": token, "url": f"/api/v1/{address}", "layer": link.layer, "ends_at": link.ends_at.isoformat()}
        return created(told, address)


@extend_schema_view(get=extend_schema(parameters=[TOKEN], responses=shapes.Entry))
@answers(Rule.DOOR)
class PreviewView(ReadView):
    """One version of one entry, published or not, for whoever was given the link. No cache keeps it."""

    def get(self, request: Request, **parts: Any) -> HttpResponse:
        body = json.dumps(previewed(parts["token"]), ensure_ascii=False)
        response = HttpResponse(body, content_type="application/json")
        response["Cache-Control"] = "no-store"
        return response
