"""What the caller follows, for programs."""

from __future__ import annotations

import json
from typing import Any

from django.db.models import BigIntegerField
from django.http import HttpResponse, QueryDict
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiResponse, extend_schema, extend_schema_view
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.views import APIView

from plugins.api.access import Actor
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.idempotency import once_per_key
from plugins.api.adapters.rest_params import Parameters
from plugins.api.adapters.rest_views import Answer, ReadView
from plugins.api.adapters.rest_writes import created
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Invalid, Missing
from workspace.actions.following import end_following, follow
from workspace.queries.following import KINDS, Thing, followed_by
from workspace.rest.scopes import insist_on_reading, insist_on_writing


class NewFollow(serializers.Serializer[Any]):
    kind = serializers.ChoiceField(choices=KINDS)
    id = serializers.IntegerField(min_value=1, max_value=BigIntegerField.MAX_BIGINT)


class Followed(serializers.Serializer[Any]):
    kind = serializers.ChoiceField(choices=KINDS)
    id = serializers.IntegerField()
    title = serializers.CharField()
    url = serializers.CharField(help_text="Its page, relative to this server.")


class FollowedList(serializers.Serializer[Any]):
    count = serializers.IntegerField()
    results = Followed(many=True)


WRONG_SCOPE = OpenApiResponse(description="The token was not made for this.")


@extend_schema_view(
    get=extend_schema(responses={200: FollowedList, 403: WRONG_SCOPE}),
    post=extend_schema(request=NewFollow, responses={201: Followed, 403: WRONG_SCOPE}),
)
@answers(Rule.SIGNED_IN)
class FollowingView(ReadView):
    """All that the caller follows and may see (scope `read:members`); POST follows one thing (`write:workspace`)."""

    http_method_names = ["get", "head", "options", "post"]

    def answer(self, actor: Actor, given: QueryDict) -> Answer:
        insist_on_reading(self.request)
        Parameters(given, ()).check()
        items = [_as_json(thing) for thing in followed_by(actor)]
        return Answer.of(json.dumps({"count": len(items), "results": items}, ensure_ascii=False).encode())

    @once_per_key
    def post(self, request: Request) -> HttpResponse:
        insist_on_writing(request)
        sent = NewFollow(data=request.data)
        sent.is_valid(raise_exception=True)
        wanted = sent.validated_data
        try:
            thing = follow(wanted["kind"], wanted["id"], actor=actor_of(request._request))
        except Missing:
            raise Invalid({"id": [_("There is nothing like this, or you do not see it.")]}) from None
        return created(_as_json(thing), f"following/{thing.kind}/{thing.pk}/")


@extend_schema_view(delete=extend_schema(responses={204: None, 403: WRONG_SCOPE}))
@answers(Rule.SIGNED_IN)
class FollowedView(APIView):
    """DELETE ends following (`write:workspace`); it answers the same whether the caller followed it."""

    http_method_names = ["delete", "options"]

    def delete(self, request: Request, kind: str, thing_id: int) -> HttpResponse:
        insist_on_writing(request)
        if thing_id > BigIntegerField.MAX_BIGINT:
            raise Missing
        end_following(kind, thing_id, actor=actor_of(request._request))
        return HttpResponse(status=204)


def _as_json(thing: Thing) -> dict[str, Any]:
    return {"kind": thing.kind, "id": thing.pk, "title": thing.title, "url": thing.url}
