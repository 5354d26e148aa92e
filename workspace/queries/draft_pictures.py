"""Pictures in the text of a draft: those among the files of its group that the reader may see, and no others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.db.models import QuerySet
from django.db.models.fields.files import FieldFile

from plugins.api.access import Actor, visible_to
from workspace.drafting.formats.pictures import Picture, Pictures
from workspace.models import Draft, StoredFile

SMALL: Final = "image/webp"
LARGEST_WHOLE: Final = 3 << 20
"""Bytes of a picture that goes out as it is; a larger one goes out small."""
MOST_OF_PICTURES: Final = 30 << 20
"""Bytes of all pictures of a text; what comes after them goes out small."""
MOST_TO_CHOOSE: Final = 200
"""Among how many pictures one chooses, the newest first."""


def pictures_for(actor: Actor, draft: Draft, *documents: dict[str, Any], address: str = "") -> Pictures:
    """Each picture in these texts by its address; without content, because a page leads to it.

    `address` is that of the forum, for a page that is read elsewhere.
    """
    known = {
        stored.pk: Picture(address.rstrip("/") + stored.small_url, b"", SMALL)
        for stored in _pictures_in(actor, draft, *documents)
    }
    return known.get


def whole_pictures_for(actor: Actor, draft: Draft, document: dict[str, Any]) -> Pictures:
    """Each with its content, which is read when it is asked for."""
    known = {stored.pk: stored for stored in _pictures_in(actor, draft, document)}
    taken = 0

    def picture(number: int) -> Picture | None:
        nonlocal taken
        stored = known.get(number)
        if stored is None:
            return None
        is_whole = stored.size <= LARGEST_WHOLE and taken + stored.size <= MOST_OF_PICTURES
        content = _read(stored.content if is_whole else stored.small)
        taken += len(content)
        return Picture(stored.small_url, content, stored.kind if is_whole else SMALL) if content else None

    return picture


def pictures_to_choose(actor: Actor, draft: Draft) -> list[StoredFile]:
    """The newest version of each picture of the draft's group."""
    newest: dict[int | None, StoredFile] = {}
    rows = _pictures_of(actor, draft).select_related("shelved")
    for stored in rows.filter(shelved__removed_at=None).order_by("-pk")[:MOST_TO_CHOOSE]:
        newest.setdefault(stored.shelved_id, stored)
    return list(newest.values())


def _pictures_of(actor: Actor, draft: Draft) -> QuerySet[StoredFile]:
    if draft.group_id is None:
        return StoredFile.objects.none()
    return visible_to(actor, StoredFile.objects.filter(shelved__group=draft.group_id).exclude(small=""))


def _pictures_in(actor: Actor, draft: Draft, *documents: dict[str, Any]) -> QuerySet[StoredFile]:
    """In texts that were checked."""
    numbers = {number for document in documents for number in _files_in(document)}
    return _pictures_of(actor, draft).filter(pk__in=numbers)


def _files_in(node: dict[str, Any]) -> Iterator[int]:
    if node["type"] == "picture":
        yield node["attrs"]["file"]
    for child in node.get("content", ()):
        yield from _files_in(child)


def _read(file: FieldFile) -> bytes:
    """Nothing where the disk has lost it."""
    try:
        with file.open() as content:
            return bytes(content.read())
    except FileNotFoundError:
        return b""
