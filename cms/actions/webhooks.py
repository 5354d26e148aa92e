"""What somebody does with the webhooks of their programs."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import APIToken

from cms.models import DeliveryState, SwitchedOff, Webhook, WebhookDelivery
from cms.queries.webhooks import at_rest, events, scopes_lacking
from cms.webhook_addresses import what_is_wrong
from cms.webhook_secrets import OLD_SIGNS_FOR, new_seed, secret_of
from plugins.api.access import Actor, require
from plugins.api.errors import Invalid

MOST = 20
"""Webhooks that one token has."""
LONGEST_DESCRIPTION = 200


@transaction.atomic
def create_webhook(
    token: APIToken, *, url: str, events: Collection[str], description: str = "", actor: Actor
) -> tuple[Webhook, str]:
    """From now on the address is told of these events. The secret stands in this answer and nowhere else.

    Raises Invalid.
    """
    require(actor, "create", Webhook)
    token = APIToken.objects.select_for_update().get(pk=token.pk)
    if token.webhooks.count() >= MOST:
        raise Invalid({"url": [_("A token has at most %(most)d webhooks. End one first.") % {"most": MOST}]})
    webhook = Webhook(token=token, url=url, events=_in_order(events), description=description, seed=new_seed())
    _insist_on_sense(webhook, events)

    webhook.save()
    _log("cms.create_webhook", webhook, actor)
    return webhook, secret_of(webhook.seed)


@transaction.atomic
def change_webhook(webhook: Webhook, *, actor: Actor, active: bool | None = None, **said: Any) -> Webhook:
    """Another address, other events (`url`, `events`, `description`), on or off. Raises Invalid."""
    webhook = _locked(webhook, actor)
    if said:
        resting = at_rest(webhook.events)
        for name, value in said.items():
            setattr(webhook, name, value)
        chosen = _in_order(webhook.events)
        webhook.events = [*chosen, *resting]
        _insist_on_sense(webhook, said.get("events", chosen))

    webhook.save(update_fields=["url", "events", "description"])
    if active is not None and active != webhook.is_on:
        _switch(webhook, on=active)
    _log("cms.change_webhook", webhook, actor, on=webhook.is_on)
    return webhook


@transaction.atomic
def renew_secret(webhook: Webhook, *, actor: Actor) -> tuple[Webhook, str]:
    """Another secret, shown in this answer alone; the one before signs too for a day, older ones no more."""
    webhook = _locked(webhook, actor)

    webhook.previous_seed, webhook.seed = webhook.seed, new_seed()
    webhook.previous_until = timezone.now() + OLD_SIGNS_FOR
    webhook.save(update_fields=["seed", "previous_seed", "previous_until"])
    _log("cms.renew_webhook_secret", webhook, actor)
    return webhook, secret_of(webhook.seed)


@transaction.atomic
def end_webhook(webhook: Webhook, *, actor: Actor) -> None:
    """Nothing more is delivered, and nothing is kept of what was."""
    webhook = _locked(webhook, actor)

    _log("cms.end_webhook", webhook, actor)
    webhook.delete()


def end_dead_webhooks() -> None:
    """Those whose token was revoked, or whose owner is no longer active, end with what was delivered."""
    gone = Q(token__revoked_at__isnull=False) | Q(token__user__is_active=False) | Q(token__lernnetz=None)
    Webhook.objects.filter(gone).delete()


def switch_off(webhook: Webhook, because: SwitchedOff) -> None:
    """Within a transaction: nothing more is told, and what waited is given up."""
    webhook.switched_off_at, webhook.switched_off_because = timezone.now(), because
    webhook.save(update_fields=["switched_off_at", "switched_off_because"])
    waiting = WebhookDelivery.objects.filter(webhook=webhook, state=DeliveryState.PENDING)
    waiting.filter(attempts=0).delete()
    waiting.update(state=DeliveryState.FAILED)


def _switch(webhook: Webhook, *, on: bool) -> None:
    if not on:
        switch_off(webhook, SwitchedOff.OWNER)
        return
    webhook.switched_off_at, webhook.switched_off_because, webhook.failing_since = None, "", None
    webhook.save(update_fields=["switched_off_at", "switched_off_because", "failing_since"])


def _locked(webhook: Webhook, actor: Actor) -> Webhook:
    webhook = (
        Webhook.objects.select_for_update(of=("self",))
        .select_related("token__user", "token__lernnetz")
        .get(pk=webhook.pk)
    )
    require(actor, "change", webhook)
    return webhook


def _in_order(names: Collection[str]) -> list[str]:
    """Each once, as they are listed everywhere."""
    return [name for name in events() if name in names]


def _insist_on_sense(webhook: Webhook, names: Collection[str]) -> None:
    errors: dict[str, list[str]] = {}
    if sentence := what_is_wrong(webhook.url):
        errors["url"] = [sentence]
    if not webhook.events or not set(names) <= set(events()):
        errors["events"] = [_("Choose at least one of these: %(known)s.") % {"known": ", ".join(events())}]
    elif lacking := scopes_lacking(webhook.token, names):
        errors["events"] = [_("The token needs for that: %(scopes)s.") % {"scopes": ", ".join(lacking)}]
    if len(webhook.description) > LONGEST_DESCRIPTION:
        errors["description"] = [_("At most %(most)d characters.") % {"most": LONGEST_DESCRIPTION}]
    if errors:
        raise Invalid(errors)


def _log(action: str, webhook: Webhook, actor: Actor, **data: object) -> None:
    """The audit trail knows people and webhooks by number: addresses can hold secrets."""
    owner = webhook.token.user
    log(owner, action, user=actor.user, title=f"#{owner.pk}", data={"webhook": webhook.pk, **data})
