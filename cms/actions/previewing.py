"""Showing an unpublished version in a front end elsewhere."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from cms.models import Entry, Layer, PreviewLink
from plugins.api.access import Actor, require
from plugins.api.tokens import hash_of, new_token


@transaction.atomic
def give_preview(version: Entry, *, actor: Actor, layer: str = Layer.MEMBERS) -> tuple[PreviewLink, str]:
    """A link to this version as it stands on this instance, saved or not, and its token, which exists only here."""
    require(actor, "edit", version)

    token = new_token()
    link = PreviewLink.objects.create(
        token_hash=hash_of(token),
        entry_id=version.pk,
        layer=layer,
        content=version.serializable_data(),
        made_by=actor.user,
    )
    return link, token


def forget_previews() -> None:
    """Links that have ended open nothing any more and go."""
    PreviewLink.objects.filter(ends_at__lte=timezone.now()).delete()
