"""Pictures and files by number."""

from __future__ import annotations

from typing import Any

from cms.models import File, Picture
from plugins.api.access import Actor, visible_to
from plugins.api.errors import Missing


def media_by_id(model: type[Picture | File], number: int, actor: Actor) -> Any:
    """Raises Missing where it is not there, or the actor may not fetch it."""
    found = visible_to(actor, model.objects.filter(pk=number)).first()
    if found is None:
        raise Missing
    return found
