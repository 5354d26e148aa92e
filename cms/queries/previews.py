"""Versions behind the links that front ends elsewhere are given."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from cms.models import Layer, PreviewLink
from cms.presenting import as_detail
from cms.previewing import as_released, for_members
from plugins.api.access import may
from plugins.api.actors import actor_for
from plugins.api.errors import Missing
from plugins.api.tokens import hash_of


def previewed(token: str) -> dict[str, Any]:
    """The version in the shape of the API.

    Raises Missing once the link has ended, or whoever made it may not change the entry any more.
    """
    links = PreviewLink.objects.select_related("entry", "made_by").filter(ends_at__gt=timezone.now())
    link = links.filter(token_hash=hash_of(token)).first()
    if link is None or not link.made_by.is_active or not may(actor_for(link.made_by), "edit", link.entry):
        raise Missing
    entry = link.entry.specific
    version = entry.with_content_json(link.content)
    content = as_released(entry, version) if link.layer == Layer.PUBLIC else for_members(version)
    return {"id": entry.pk, **as_detail(content)}
