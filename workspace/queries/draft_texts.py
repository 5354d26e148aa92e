"""Texts of a draft with who wrote what: of this moment, and as they were kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from cms.accounts.models import User
from plugins.api.access import Actor
from workspace.drafting.formats.shapes import checked, textblocks, without_remarks
from workspace.drafting.store import load
from workspace.models import Draft, DraftVersion
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
