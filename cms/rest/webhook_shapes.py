"""How webhooks look in the OpenAPI document. They describe; nothing is serialized by them."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import OpenApiExample, OpenApiParameter, OpenApiResponse
from rest_framework import serializers

from cms.models import DeliveryState, Failure, SwitchedOff
from plugins.api.adapters.rest_params import DEFAULT_LIMIT, LARGEST_LIMIT

ID = OpenApiParameter("webhook_id", int, OpenApiParameter.PATH)
DELIVERY = OpenApiParameter("delivery_id", int, OpenApiParameter.PATH)
PAGING = [
    OpenApiParameter("limit", int, description=f"1 to {LARGEST_LIMIT}, {DEFAULT_LIMIT} unless said otherwise."),
    OpenApiParameter("cursor", str, description="Taken from `next` or `previous` of another answer."),
    OpenApiParameter("offset", int, description="How many to leave out at the beginning. Not together with `cursor`."),
]
STATE = OpenApiParameter("state", str, enum=DeliveryState.values, description="Only deliveries in this state.")
REFUSED = OpenApiResponse(description="The token was not made for webhooks, or this cannot be done now.")
ENDED = OpenApiResponse(description="It has ended.")
SHOWN_ONCE = "Signs every delivery (standardwebhooks.com). It stands in this answer alone: keep it."


class WebhookEventItem(serializers.Serializer[Any]):
    """Something that a webhook can be told."""

    name = serializers.CharField(help_text="What stands in `events` of a webhook and in `type` of a delivery.")
    title = serializers.CharField()
    plugin = serializers.CharField(help_text="Which plugin brings it.")
    scope = serializers.CharField(allow_null=True, help_text="The scope that a token needs for it beside `webhooks`.")


class WebhookEventList(serializers.Serializer[Any]):
    count = serializers.IntegerField()
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)
    results = WebhookEventItem(many=True)


class NewWebhook(serializers.Serializer[Any]):
    url = serializers.CharField(help_text="https://, the name of a machine that everybody can reach, and a path.")
    events = serializers.ListField(child=serializers.CharField(), help_text="Names as in `webhooks/events/`.")
    description = serializers.CharField(required=False)


class WebhookChange(serializers.Serializer[Any]):
    url = serializers.CharField(required=False)
    events = serializers.ListField(child=serializers.CharField(), required=False)
    description = serializers.CharField(required=False)
    active = serializers.BooleanField(required=False, help_text="Switches it on or off.")


class WebhookItem(serializers.Serializer[Any]):
    """An address that is told about some events, within what the token reads at the moment of each delivery."""

    id = serializers.IntegerField()
    url = serializers.CharField()
    events = serializers.ListField(child=serializers.CharField())
    description = serializers.CharField()
    active = serializers.BooleanField()
    switched_off_because = serializers.ChoiceField(
        SwitchedOff.values,
        allow_null=True,
        help_text="`failing`: for three days nothing could be delivered; `gone`: the receiver answered 410; `owner`: "
        "you switched it off.",
    )
    switched_off_at = serializers.DateTimeField(allow_null=True)
    failing_since = serializers.DateTimeField(allow_null=True, help_text="The first failure since the last success.")
    created_at = serializers.DateTimeField()


class WebhookWithSecret(WebhookItem):
    secret = serializers.CharField(help_text=SHOWN_ONCE)


class RenewedSecret(serializers.Serializer[Any]):
    """Deliveries carry a signature by the old secret too until it ends."""

    secret = serializers.CharField(help_text=SHOWN_ONCE)
    old_secret_until = serializers.DateTimeField()


class WebhookList(serializers.Serializer[Any]):
    count = serializers.IntegerField()
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)
    results = WebhookItem(many=True)


class DeliveryItem(serializers.Serializer[Any]):
    """A message that was tried at least once. It is kept for thirty days."""

    id = serializers.IntegerField()
    webhook_id = serializers.CharField(help_text="The header `webhook-id`, the same in every attempt.")
    type = serializers.CharField(help_text="The name of the event.")
    state = serializers.ChoiceField(DeliveryState.values)
    attempts = serializers.IntegerField()
    last_attempt_at = serializers.DateTimeField(allow_null=True)
    last_status = serializers.IntegerField(allow_null=True, help_text="What the receiver answered; null if nothing.")
    last_failure = serializers.ChoiceField(Failure.values, allow_null=True)
    next_attempt_at = serializers.DateTimeField(allow_null=True)
    created_at = serializers.DateTimeField()


class Payload(serializers.Serializer[Any]):
    """What is sent. About what not everybody may read, `data` has `id` and `class` alone: ask the API for the rest."""

    type = serializers.CharField()
    timestamp = serializers.DateTimeField(help_text="When it happened.")
    data = serializers.DictField(  # type: ignore[assignment]  # no field of the class, only of its instances
        help_text="At least `id` and `class`: who may know of it."
    )


class DeliveryDetail(DeliveryItem):
    payload = Payload(allow_null=True, help_text="As it would be sent now; null for what the token no longer reads.")


class DeliveryList(serializers.Serializer[Any]):
    count = serializers.IntegerField()
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)
    results = DeliveryItem(many=True)


TO_CREATE = [
    OpenApiExample(
        "Be told of entries",
        value={"url": "https://example.org/hook", "events": ["entry.published", "entry.released"]},
        request_only=True,
    )
]
