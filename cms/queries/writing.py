"""Entries for whoever writes them."""

from __future__ import annotations

from cms.models import Entry
from plugins.api.access import Actor, require, visible_to
from plugins.api.errors import Missing


def entry_to_change(entry_id: int, actor: Actor) -> Entry:
    """As what it is. Raises Missing where the actor does not see it, and Refused where they may not change it."""
    found = visible_to(actor, Entry.objects.filter(pk=entry_id)).first()
    if found is None:
        raise Missing
    require(actor, "edit", found)
    return found.specific
