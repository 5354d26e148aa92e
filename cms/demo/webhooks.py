"""A webhook of the demo world, switched off: its page can be looked at, and nothing is told to anybody."""

from __future__ import annotations

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from cms.accounts.actions import create_token
from cms.accounts.models import Scope, User
from cms.actions.webhooks import change_webhook, create_webhook
from cms.models import Webhook
from plugins.api.actors import actor_for

OWNER = "member@demo.example"


@transaction.atomic
def load_webhook() -> None:
    """Once. Nobody knows its secret or the token; whoever tries it makes their own."""
    owner = User.objects.filter(email=OWNER).first()
    if owner is None or Webhook.objects.filter(token__user=owner).exists():
        return
    actor = actor_for(owner)
    with translation.override(owner.language):
        name, description = _("Website of the county"), _("Switched off. The address belongs to nobody.")
    token, _plain_text = create_token(name, [Scope.READ_PUBLIC, Scope.WEBHOOKS], actor=actor)
    url, told = "https://webseite.example/forum/neues", ["entry.released"]
    webhook, _secret = create_webhook(token, url=url, events=told, description=description, actor=actor)
    change_webhook(webhook, active=False, actor=actor)
