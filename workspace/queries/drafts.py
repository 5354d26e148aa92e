"""Drafts as their readers find them."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from cms.accounts.models import User
from cms.models import County
from plugins.api.access import Actor, visible_to
from plugins.api.errors import Missing
from workspace.drafting.store import load
from workspace.models import (
    Draft,
    DraftComment,
    DraftState,
    DraftSuggestion,
    DraftVersion,
    GroupState,
    Owner,
    WorkingGroup,
)
from workspace.policies.drafts import readers_of_draft, starting
from workspace.queries.readers import people_with


def drafts_for(actor: Actor) -> QuerySet[Draft]:
    """What the actor reads, the newest first."""
    return visible_to(actor, Draft.objects.select_related("group", "county"))


def draft_for(actor: Actor, pk: int) -> Draft:
    """One of them. Raises Missing."""
    found = drafts_for(actor).filter(pk=pk).first()
    if found is None:
        raise Missing
    return found


def drafts_of(actor: Actor, group: WorkingGroup) -> QuerySet[Draft]:
    """Those of a group, as far as the actor reads them."""
    return drafts_for(actor).filter(group=group)


def text_of(draft: Draft) -> dict[str, Any]:
    """The text at this moment, as ProseMirror's JSON with places of remarks. Raises nothing: an empty one is empty."""
    return load(draft.pk)[0].as_json()


def version_for(actor: Actor, draft: Draft, number: int) -> DraftVersion:
    """A version of a draft that the actor reads. Raises Missing."""
    draft = draft_for(actor, draft.pk)
    found = draft.versions.select_related("saved_by").filter(number=number).first()
    if found is None:
        raise Missing
    found.draft = draft
    return found


def versions_of(actor: Actor, draft: Draft) -> QuerySet[DraftVersion]:
    """The newest first, without their texts. Raises Missing."""
    return draft_for(actor, draft.pk).versions.select_related("saved_by").defer("content", "authors")


def comments_of(actor: Actor, draft: Draft) -> QuerySet[DraftComment]:
    rows = visible_to(actor, DraftComment.objects.select_related("author", "county", "resolved_by"))
    return rows.filter(draft=draft)


def suggestions_of(actor: Actor, draft: Draft) -> QuerySet[DraftSuggestion]:
    rows = visible_to(actor, DraftSuggestion.objects.select_related("author", "county", "decided_by"))
    return rows.filter(draft=draft)


def people_reading_draft(owner: Owner, reach: str) -> QuerySet[User]:
    """Who reads a draft of this group or county."""
    return people_with(readers_of_draft(owner, reach))


def numbers_of_drafts(group_id: int) -> list[int]:
    """The primary keys of all drafts of a group."""
    return list(Draft.objects.filter(group=group_id).values_list("pk", flat=True))


def writing_in(group_id: int) -> QuerySet[Draft]:
    """The drafts of a group that are not closed: what becomes of them is said when the group closes."""
    return Draft.objects.filter(group=group_id).exclude(state=DraftState.CLOSED)


def owners_for(actor: Actor) -> list[Owner]:
    """For whom the actor may begin a draft: groups first, then counties."""
    groups = WorkingGroup.objects.filter(pk__in=actor.keys("group")).exclude(state=GroupState.CLOSED).order_by("title")
    counties = County.objects.filter(key__in=actor.keys("county")).order_by("name")
    owners: list[Owner] = [*groups, *counties]
    return [owner for owner in owners if starting(actor, owner)]


def heirs_for(actor: Actor, group: WorkingGroup) -> list[Owner]:
    """Who can go on with a draft when this group closes: the actor's other groups, and counties."""
    return [owner for owner in owners_for(actor) if owner != group]
