"""Pictures in the text of a draft: those among the files of its group that the reader may see."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.db.models import QuerySet

from plugins.api.access import Actor, visible_to
from workspace.drafting.formats.pictures import Picture, Pictures
from workspace.models import Draft, StoredFile

MOST: Final = 200
"""Among how many pictures one chooses, the newest first."""


def pictures_for(actor: Actor, draft: Draft, document: dict[str, Any]) -> Pictures:
    """Each picture in this text by its address; without content, because a page leads to it."""
    numbers = {number for number in _files_in(document) if isinstance(number, int)}
    rows = _pictures_of(actor, draft).filter(pk__in=numbers) if numbers else ()
    known = {stored.pk: Picture(stored.small_url, b"", "image/webp") for stored in rows}
    return known.get


def pictures_to_choose(actor: Actor, draft: Draft) -> list[StoredFile]:
    """The newest version of each picture of the draft's group."""
    newest: dict[int | None, StoredFile] = {}
    for stored in _pictures_of(actor, draft).filter(shelved__removed_at=None).order_by("-pk")[:MOST]:
        newest.setdefault(stored.shelved_id, stored)
    return list(newest.values())


def _pictures_of(actor: Actor, draft: Draft) -> QuerySet[StoredFile]:
    if draft.group_id is None:
        return StoredFile.objects.none()
    rows = StoredFile.objects.filter(shelved__group=draft.group_id).exclude(small="").select_related("shelved")
    return visible_to(actor, rows)


def _files_in(node: dict[str, Any]) -> Iterator[Any]:
    if node.get("type") == "picture":
        yield node.get("attrs", {}).get("file")
    for child in node.get("content", ()):
        yield from _files_in(child)
