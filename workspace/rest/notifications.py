"""What the caller is told, for programs."""

from __future__ import annotations

import json
from typing import Any

from django.db.models import BigIntegerField
from django.http import HttpResponse, QueryDict
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema, extend_schema_view
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.views import APIView

from plugins.api.access import Actor
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.idempotency import once_per_key
from plugins.api.adapters.rest import json_answer
from plugins.api.adapters.rest_lists import Order, list_body, page_of, place
from plugins.api.adapters.rest_params import DEFAULT_LIMIT, LARGEST_LIMIT, PAGING, Parameters
from plugins.api.adapters.rest_views import Answer, ReadView
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing
from workspace.actions.notifications import read_notification
from workspace.models import Notification
from workspace.queries.notifications import notifications_of, sentence
from workspace.rest.scopes import insist_on_reading, insist_on_writing

NEWEST_FIRST = Order("created_at", descending=True)
NEEDED = ("kind", "words", "url", "read_at")
YES, NO = "1", "0"


class NotificationShape(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    kind = serializers.CharField(help_text="The name of its kind.")
    text = serializers.CharField(help_text="A sentence in the caller's language. It may be confidential.")
    url = serializers.CharField(help_text="What it is about, relative to this server.")
    created_at = serializers.DateTimeField()
    read_at = serializers.DateTimeField(allow_null=True)

    class Meta:
        ref_name = "Notification"


class NotificationList(serializers.Serializer[Any]):
    count = serializers.IntegerField(help_text="How many there are in all.")
    next = serializers.CharField(allow_null=True, help_text="Where to read on, relative to this server.")
    previous = serializers.CharField(allow_null=True)
    results = NotificationShape(many=True)


LIST_PARAMETERS = [
    OpenApiParameter("unread", str, enum=[NO, YES], description="1: only what has not been read."),
    OpenApiParameter("limit", int, description=f"1 to {LARGEST_LIMIT}, {DEFAULT_LIMIT} unless said otherwise."),
    OpenApiParameter("cursor", str, description="Taken from `next` or `previous` of another answer."),
    OpenApiParameter("offset", int, description="How many to leave out at the beginning. Not together with `cursor`."),
]
WRONG_SCOPE = OpenApiResponse(description="The token was not made for this.")


@extend_schema_view(get=extend_schema(parameters=LIST_PARAMETERS, responses={200: NotificationList, 403: WRONG_SCOPE}))
@answers(Rule.SIGNED_IN)
class NotificationListView(ReadView):
    """What the caller is told, newest first, of what they may still see. Needs `read:members`."""

    def answer(self, actor: Actor, given: QueryDict) -> Answer:
        insist_on_reading(self.request)
        asked = Parameters(given, ("unread", *PAGING))
        unread, at = asked.choice("unread", (NO, YES), NO), place(asked, NEWEST_FIRST, Notification)
        asked.check()
        shown = notifications_of(actor)
        if unread == YES:
            shown = shown.filter(read_at=None)
        page = page_of(shown.values(*NEWEST_FIRST.needed, *NEEDED), NEWEST_FIRST, at, shown.count())
        items = [_as_json(Notification(**row)) for row in page.rows]
        return Answer.of(list_body(self.request.path, given, page, items))


@extend_schema_view(post=extend_schema(request=None, responses={200: NotificationShape, 403: WRONG_SCOPE}))
@answers(Rule.SIGNED_IN)
class NotificationReadView(APIView):
    """Marks one as read; once more changes nothing. Needs `read:members` and `write:workspace`."""

    http_method_names = ["post", "options"]

    @once_per_key
    def post(self, request: Request, notification_id: int) -> HttpResponse:
        insist_on_writing(request)
        if notification_id > BigIntegerField.MAX_BIGINT:  # SQLite could not even be asked
            raise Missing
        read = read_notification(notification_id, actor=actor_of(request._request))
        return json_answer(request._request, _as_json(read).encode(), is_public=False)


def _as_json(one: Notification) -> str:
    shown = {
        "id": one.pk,
        "kind": one.kind,
        "text": sentence(one),
        "url": one.url,
        "created_at": one.created_at.isoformat(),
        "read_at": one.read_at.isoformat() if one.read_at else None,
    }
    return json.dumps(shown, ensure_ascii=False)
