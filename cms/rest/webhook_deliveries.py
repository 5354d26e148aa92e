"""Deliveries of webhooks for programs: what became of each, what it says, and how to have it sent once more."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpResponse, QueryDict
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.request import Request

from cms.actions.deliveries import redeliver
from cms.models import DeliveryState, WebhookDelivery
from cms.queries.webhooks import deliveries_of, delivery_of, message
from cms.rest import webhook_shapes as shapes
from cms.rest.webhooks import WebhookView, moment
from plugins.api.access import Actor
from plugins.api.adapters.idempotency import once_per_key
from plugins.api.adapters.rest_lists import Order, list_body, page_of, place
from plugins.api.adapters.rest_params import PAGING, Parameters, possible
from plugins.api.adapters.rest_views import Answer
from plugins.api.adapters.rest_writes import changed
from plugins.api.adapters.routes import Rule, answers

NEWEST_FIRST = Order("id", tie="id", descending=True)


@extend_schema_view(
    get=extend_schema(
        parameters=[shapes.ID, shapes.STATE, *shapes.PAGING],
        responses={200: shapes.DeliveryList, 403: shapes.REFUSED},
    )
)
@answers(Rule.SIGNED_IN)
class DeliveriesView(WebhookView):
    """What was sent or tried, the newest first."""

    def answer(self, actor: Actor, given: QueryDict, webhook_id: int) -> Answer:
        owner = self.owner()
        webhook, asked = self.webhook(owner, webhook_id), Parameters(given, ("state", *PAGING))
        state, at = asked.choice("state", DeliveryState.values), place(asked, NEWEST_FIRST, WebhookDelivery)
        asked.check()
        rows = deliveries_of(owner, webhook)
        if state:
            rows = rows.filter(state=state)
        page = page_of(rows.order_by().values("id"), NEWEST_FIRST, at, rows.count())
        found = rows.in_bulk([row["id"] for row in page.rows])
        shown = (delivery_as_json(found[row["id"]]) for row in page.rows if row["id"] in found)
        return Answer.of(list_body(self.request.path, given, page, [json.dumps(item) for item in shown]))


@extend_schema_view(
    get=extend_schema(
        parameters=[shapes.ID, shapes.DELIVERY], responses={200: shapes.DeliveryDetail, 403: shapes.REFUSED}
    )
)
@answers(Rule.SIGNED_IN)
class DeliveryView(WebhookView):
    """One delivery with what it says, as far as the token may know of it now."""

    def answer(self, actor: Actor, given: QueryDict, webhook_id: int, delivery_id: int) -> Answer:
        owner = self.owner()
        delivery = delivery_of(owner, self.webhook(owner, webhook_id), possible(delivery_id))
        Parameters(given, ()).check()
        shown = {**delivery_as_json(delivery), "payload": message(delivery)}
        return Answer.of(json.dumps(shown, ensure_ascii=False).encode())


@extend_schema_view(
    post=extend_schema(
        parameters=[shapes.ID, shapes.DELIVERY],
        request=None,
        responses={200: shapes.DeliveryItem, 403: shapes.REFUSED},
    )
)
@answers(Rule.SIGNED_IN)
class RedeliverView(WebhookView):
    """POST has it sent once more, at once, under the same `webhook-id`."""

    http_method_names = ["options", "post"]

    @once_per_key
    def post(self, request: Request, webhook_id: int, delivery_id: int) -> HttpResponse:
        owner = self.owner()
        delivery = delivery_of(owner, self.webhook(owner, webhook_id), possible(delivery_id))
        return changed(delivery_as_json(redeliver(delivery, actor=owner)))


def delivery_as_json(delivery: WebhookDelivery) -> dict[str, Any]:
    return {
        "id": delivery.pk,
        "webhook_id": delivery.message_id,
        "type": delivery.event,
        "state": delivery.state,
        "attempts": delivery.attempts,
        "last_attempt_at": moment(delivery.last_attempt_at),
        "last_status": delivery.last_status,
        "last_failure": delivery.last_failure or None,
        "next_attempt_at": moment(delivery.next_attempt_at),
        "created_at": moment(delivery.created_at),
    }
