"""Pictures and files that come in by themselves, to be shown in entries later."""

from __future__ import annotations

from django.db import transaction
from wagtail.log_actions import log

from cms.models import File, Picture
from plugins.api.access import Actor, require


@transaction.atomic
def keep_upload(thing: Picture | File, *, actor: Actor) -> Picture | File:
    """Keep a picture or file whose content has been looked at. Until an entry shows it, only those who write see it."""
    require(actor, "create", type(thing))

    thing.uploaded_by_user = actor.user
    thing.save()
    log(thing, "wagtail.create", user=actor.user)
    return thing
