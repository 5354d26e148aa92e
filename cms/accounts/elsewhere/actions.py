"""Ending a connection with an account elsewhere; one is made by signing in there."""

from __future__ import annotations

from allauth.socialaccount.models import SocialAccount
from django.db import transaction
from wagtail.log_actions import log

from plugins.api.access import Actor, require


@transaction.atomic
def disconnect(connection: SocialAccount, *, actor: Actor) -> None:
    """Nobody comes in by this account elsewhere any more; the password here goes on working."""
    require(actor, "disconnect", connection)
    data = {"provider": connection.provider}
    log(connection.user, "accounts.disconnect", user=actor.user, title=f"#{connection.user_id}", data=data)
    connection.delete()
