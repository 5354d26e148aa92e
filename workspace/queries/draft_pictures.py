"""Pictures in the text of a draft: those among the files of its group that the reader may see, and no others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.db.models import QuerySet

from plugins.api.access import Actor, visible_to
from workspace.drafting.formats.pictures import Picture, Pictures
from workspace.models import Draft, StoredFile

MOST: Final = 200
"""Among how many pictures one chooses, the newest first."""


def pictures_for(actor: Actor, draft: Draft, document: Any, *, address: str = "", whole: bool = False) -> Pictures:
    """Each picture in this text, which was checked.

    `address` is that of the forum, for texts that are read elsewhere; contents are read only where they are asked for
    as a `whole`.
    """
    stored = pictures_in(actor, draft, document)

    def picture(number: int) -> Picture | None:
        found = stored.get(number)
        if found is None:
            return None
        content = _content(found) if whole else b""
        return None if content is None else Picture(address.rstrip("/") + found.small_url, content, found.kind)

    return picture


def pictures_in(actor: Actor, draft: Draft, *documents: dict[str, Any]) -> dict[int, StoredFile]:
    """The files behind the pictures in these texts, by number."""
    numbers = {number for document in documents for number in _numbers(document)}
    return _pictures_of(actor, draft).in_bulk(numbers) if numbers else {}


def pictures_to_choose(actor: Actor, draft: Draft) -> list[StoredFile]:
    """The newest version of each picture of the draft's group."""
    newest: dict[int | None, StoredFile] = {}
    rows = _pictures_of(actor, draft).select_related("shelved")
    for stored in rows.filter(shelved__removed_at=None).order_by("-pk")[:MOST]:
        newest.setdefault(stored.shelved_id, stored)
    return list(newest.values())


def _pictures_of(actor: Actor, draft: Draft) -> QuerySet[StoredFile]:
    if draft.group_id is None:
        return StoredFile.objects.none()
    return visible_to(actor, StoredFile.objects.filter(shelved__group=draft.group_id).exclude(small=""))


def _numbers(node: dict[str, Any]) -> Iterator[int]:
    if node["type"] == "picture":
        yield node["attrs"]["file"]
    for child in node.get("content", ()):
        yield from _numbers(child)


def _content(stored: StoredFile) -> bytes | None:
    """None where the disk has lost it."""
    try:
        with stored.content.open() as opened:
            return bytes(opened.read())
    except FileNotFoundError:
        return None
