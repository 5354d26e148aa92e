"""The pictures in the text of a draft, as far as its reader may see them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.api.access import Actor, visible_to
from workspace.drafting.formats.pictures import Picture, Pictures
from workspace.models import Draft, StoredFile


def pictures_for(actor: Actor, draft: Draft, document: Any, *, address: str = "", whole: bool = False) -> Pictures:
    """Pictures among the files of the draft's group; others, and other groups', are none.

    `address` is that of the forum, for texts that are read elsewhere; contents are read only where they are asked for
    as a `whole`.
    """
    stored = _stored(actor, draft, set(_numbers(document)))

    def picture(number: int) -> Picture | None:
        found = stored.get(number)
        if found is None:
            return None
        content = _content(found) if whole else b""
        return None if content is None else Picture(address.rstrip("/") + found.small_url, content, found.kind)

    return picture


def _stored(actor: Actor, draft: Draft, numbers: set[int]) -> dict[int, StoredFile]:
    if not numbers or draft.group_id is None:
        return {}
    rows = visible_to(actor, StoredFile.objects.filter(shelved__group=draft.group_id))
    return rows.exclude(small="").in_bulk(numbers)


def _numbers(node: Any) -> Iterator[int]:
    """The numbers of stored files in a text that was checked."""
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
