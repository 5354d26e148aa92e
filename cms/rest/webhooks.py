"""Webhooks for programs: which addresses are told what, on behalf of the token that asks.

A token handles its own webhooks and no others, whatever it may read; whoever is signed in handles those of all their
tokens, but for making one. Needs the scope `webhooks`.
"""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpResponse, QueryDict
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.request import Request
from wagtail.models import APIToken

from cms.accounts.models import Scope
from cms.actions.webhooks import change_webhook, create_webhook, end_webhook, renew_secret
from cms.models import Webhook
from cms.queries.webhooks import events_by_plugin, webhook_for, webhooks_for
from cms.rest import webhook_shapes as shapes
from plugins.api.access import Actor
from plugins.api.actors import actor_for
from plugins.api.adapters.rest_fields import fields_of, text_in
from plugins.api.adapters.rest_lists import Order, list_body, page_of, place
from plugins.api.adapters.rest_params import PAGING, Parameters, possible
from plugins.api.adapters.rest_scopes import insist_on_scope
from plugins.api.adapters.rest_views import Answer, ReadView
from plugins.api.adapters.rest_writes import changed, created
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Invalid, Refused

IN_ORDER = Order("id", tie="id")
REQUIRED, OPTIONAL = ("url", "events"), ("description",)


class WebhookView(ReadView):
    """What the addresses share: who asks, and about which webhook."""

    def owner(self) -> Actor:
        """Whose webhooks they are. Raises for visitors, and Refused for a token without the scope."""
        refusal = _("This token may not handle webhooks. It needs the scope webhooks.")
        insist_on_scope(self.request, Scope.WEBHOOKS, refusal)
        return actor_for(self.request.user)

    def token(self) -> APIToken | None:
        """The token that asks; None for whoever is signed in."""
        return self.request.auth if isinstance(self.request.auth, APIToken) else None

    def webhook(self, owner: Actor, webhook_id: int) -> Webhook:
        return webhook_for(owner, possible(webhook_id), self.token())


@extend_schema_view(
    get=extend_schema(parameters=shapes.PAGING, responses={200: shapes.WebhookList, 403: shapes.REFUSED}),
    post=extend_schema(
        request=shapes.NewWebhook,
        responses={201: shapes.WebhookWithSecret, 403: shapes.REFUSED},
        examples=shapes.TO_CREATE,
    ),
)
@answers(Rule.SIGNED_IN)
class WebhooksView(WebhookView):
    """The webhooks of this token; POST makes one, at most 20, and shows its secret once."""

    http_method_names = ["get", "head", "options", "post"]

    def answer(self, actor: Actor, given: QueryDict) -> Answer:
        owner, asked = self.owner(), Parameters(given, PAGING)
        at = place(asked, IN_ORDER, Webhook)
        asked.check()
        rows = webhooks_for(owner, self.token())
        page = page_of(rows.order_by().values("id"), IN_ORDER, at, rows.count())
        found = rows.in_bulk([row["id"] for row in page.rows])
        items = [_as_text(webhook_as_json(found[row["id"]])) for row in page.rows if row["id"] in found]
        return Answer.of(list_body(self.request.path, given, page, items))

    @method_decorator(sensitive_variables("secret"))
    def post(self, request: Request) -> HttpResponse:
        owner, token = self.owner(), self.token()
        if token is None:
            raise Refused(_("A webhook belongs to a token: create it with the token for which it is."))
        said = _said(request.data, (*REQUIRED, *OPTIONAL))
        said = {"url": "", "events": [], **said}  # what is missing is refused like what is empty
        webhook, secret = create_webhook(token, **said, actor=owner)
        return created({**webhook_as_json(webhook), "secret": secret}, f"webhooks/{webhook.pk}/")


@extend_schema_view(
    get=extend_schema(parameters=[shapes.ID], responses={200: shapes.WebhookItem, 403: shapes.REFUSED}),
    patch=extend_schema(
        parameters=[shapes.ID],
        request=shapes.WebhookChange,
        responses={200: shapes.WebhookItem, 403: shapes.REFUSED},
    ),
    delete=extend_schema(parameters=[shapes.ID], responses={204: shapes.ENDED, 403: shapes.REFUSED}),
)
@answers(Rule.SIGNED_IN)
class OneWebhookView(WebhookView):
    """One webhook; PATCH changes it and switches it on or off, DELETE ends it with the list of its deliveries."""

    http_method_names = ["get", "head", "options", "patch", "delete"]

    def answer(self, actor: Actor, given: QueryDict, webhook_id: int) -> Answer:
        webhook = self.webhook(self.owner(), webhook_id)
        Parameters(given, ()).check()
        return Answer.of(_as_text(webhook_as_json(webhook)).encode())

    def patch(self, request: Request, webhook_id: int) -> HttpResponse:
        owner = self.owner()
        webhook = self.webhook(owner, webhook_id)
        said = _said(request.data, (*REQUIRED, *OPTIONAL, "active"))
        return changed(webhook_as_json(change_webhook(webhook, **said, actor=owner)))

    def delete(self, request: Request, webhook_id: int) -> HttpResponse:
        owner = self.owner()
        end_webhook(self.webhook(owner, webhook_id), actor=owner)
        return HttpResponse(status=204, headers={"Cache-Control": "no-store"})


@extend_schema_view(
    post=extend_schema(parameters=[shapes.ID], request=None, responses={200: shapes.RenewedSecret, 403: shapes.REFUSED})
)
@answers(Rule.SIGNED_IN)
class WebhookSecretView(WebhookView):
    """POST gives another secret, shown once; for a day deliveries are signed with the old one too."""

    http_method_names = ["options", "post"]

    @method_decorator(sensitive_variables("secret"))
    def post(self, request: Request, webhook_id: int) -> HttpResponse:
        owner = self.owner()
        webhook, secret = renew_secret(self.webhook(owner, webhook_id), actor=owner)
        assert webhook.previous_until is not None
        return changed({"secret": secret, "old_secret_until": webhook.previous_until.isoformat()})


@extend_schema_view(get=extend_schema(responses={200: shapes.WebhookEventList, 403: shapes.REFUSED}))
@answers(Rule.SIGNED_IN)
class WebhookEventsView(WebhookView):
    """Everything that a webhook can be told, with the plugin that brings it; all of it in one answer."""

    def answer(self, actor: Actor, given: QueryDict) -> Answer:
        self.owner()
        Parameters(given, ()).check()
        found = [
            {"name": event.name, "title": str(event.title), "plugin": plugin.name, "scope": event.scope or None}
            for plugin, event in events_by_plugin()
        ]
        shown = {"count": len(found), "next": None, "previous": None, "results": found}
        return Answer.of(_as_text(shown).encode())


def webhook_as_json(webhook: Webhook) -> dict[str, Any]:
    """All but the secret."""
    return {
        "id": webhook.pk,
        "url": webhook.url,
        "events": webhook.events,
        "description": webhook.description,
        "active": webhook.is_on,
        "switched_off_because": webhook.switched_off_because or None,
        "switched_off_at": moment(webhook.switched_off_at),
        "failing_since": moment(webhook.failing_since),
        "created_at": moment(webhook.created_at),
    }


def moment(at: Any) -> str | None:
    return at.isoformat() if at else None


def _said(given: Any, known: tuple[str, ...]) -> dict[str, Any]:
    """What was sent, each field only where it was. Raises Invalid."""
    sent, errors = fields_of(given, known), dict[str, list[str]]()
    for name in ("url", "description"):
        text_in(sent, name, errors)
    names = sent.get("events", [])
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        errors["events"] = [_("A list of texts is needed.")]
    if not isinstance(sent.get("active", True), bool):
        errors["active"] = [_("One of these is needed: %(known)s.") % {"known": "true, false"}]
    if errors:
        raise Invalid(errors)
    return sent


def _as_text(item: dict[str, Any]) -> str:
    return json.dumps(item, ensure_ascii=False)
