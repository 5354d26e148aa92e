"""Texts of a draft with who wrote what: of this moment, and as they were kept. And the pictures in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from cms.accounts.models import User
from plugins.api.access import Actor, visible_to
from workspace.drafting.formats.shapes import checked, textblocks, without_remarks
from workspace.drafting.store import load
from workspace.models import Draft, DraftVersion, StoredFile
from workspace.queries.drafts import version_for


@dataclass(frozen=True)
class WrittenText:
    """A text, and for each of its textblocks pairs of length and user. Without a version it is that of this moment."""

    content: dict[str, Any]
    authors: list[Any]
    version: DraftVersion | None = None


def present_text(draft: Draft) -> WrittenText:
    """As it stands now, without places of remarks."""
    text = load(draft.pk)[0]
    content = without_remarks(checked(text.as_json()))
    authors = text.authors_of_blocks()
    return WrittenText(content, authors if len(authors) == len(textblocks(content)) else [])


def kept_text(actor: Actor, draft: Draft, number: int) -> WrittenText:
    """A version of a draft that the actor reads. Raises Missing."""
    version = version_for(actor, draft, number)
    return WrittenText(version.content, version.authors, version)


def names_of(people: Iterable[int]) -> dict[int, str]:
    """What those are called who wrote; without a name whoever has left for good."""
    return {person.pk: str(person) for person in User.objects.filter(pk__in=people)}


def pictures_in(actor: Actor, draft: Draft, *documents: dict[str, Any]) -> dict[int, StoredFile]:
    """By number: the pictures in these texts that are the group's and that the actor may see."""
    numbers = {number for document in documents for number in _numbers(document)}
    if not numbers or draft.group_id is None:
        return {}
    stored = StoredFile.objects.filter(pk__in=numbers, shelved__group=draft.group_id).exclude(small="")
    return {one.pk: one for one in visible_to(actor, stored)}


def _numbers(node: dict[str, Any]) -> Iterator[int]:
    if node["type"] == "picture":
        yield node["attrs"]["file"]
    for child in node.get("content", ()):
        yield from _numbers(child)
