"""Drafts as documents for the search: each for whoever reads it, with the words as they were a moment ago."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.api.access import audience_of
from plugins.api.searching import SearchDocument
from workspace.drafting.formats.shapes import checked, plain_text
from workspace.facts import GroupChanged
from workspace.models import Draft
from workspace.queries.drafts import numbers_of_drafts, text_of


def draft_documents(ids: Iterable[int] | None) -> Iterator[SearchDocument]:
    """One document for each draft."""
    drafts = Draft.objects.select_related("group", "county").order_by("pk")
    if ids is not None:
        drafts = drafts.filter(pk__in=list(ids))
    for draft in drafts.iterator():
        yield SearchDocument(
            key=f"draft:{draft.pk}",
            type="draft",
            object_id=draft.pk,
            title=draft.title,
            url=draft.get_absolute_url(),
            audience=audience_of(draft),
            body=plain_text(checked(text_of(draft))),
            published_at=draft.created_at,
            updated_at=draft.updated_at,
        )


def drafts_of_group(fact: GroupChanged) -> list[int]:
    """Who reads the drafts of a group may have changed."""
    return numbers_of_drafts(fact.group_id)
