"""Contents as somebody fetches them, and which of them still wait for something."""

from __future__ import annotations

from django.db.models import QuerySet

from plugins.api.access import Actor, visible_to
from plugins.api.errors import Missing
from workspace.models import StoredFile


def stored_file_for(actor: Actor, pk: int) -> StoredFile:
    """One content. Raises Missing where the actor does not read what it belongs to."""
    found = visible_to(actor, StoredFile.objects.all()).filter(pk=pk).first()
    if found is None:
        raise Missing
    return found


def unread_stored_files() -> QuerySet[StoredFile]:
    """Those of which nobody knows yet what stands in them."""
    return StoredFile.objects.exclude(reader=StoredFile.READER).order_by("pk")


def waiting_stored_files() -> QuerySet[StoredFile]:
    """Those that belong to no post yet."""
    return StoredFile.objects.filter(shelved=None, post=None)
