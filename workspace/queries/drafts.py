"""Drafts as their readers find them."""

from __future__ import annotations

from typing import Any, Final

from django.db.models import Count, Max, Prefetch, Q, QuerySet

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
    GroupMembership,
    Owner,
    WorkingGroup,
)
from workspace.policies.drafts import readers_of_draft, starting
from workspace.queries.readers import people_with

RESOLVED: Final = Count("pk", filter=Q(resolved_at__isnull=False))


def drafts_for(actor: Actor) -> QuerySet[Draft]:
    """What the actor reads, the newest first."""
    return visible_to(actor, Draft.objects.select_related("group", "county"))


def draft_for(actor: Actor, pk: int) -> Draft:
    """One of them. Raises Missing."""
    found = drafts_for(actor).filter(pk=pk).first()
    if found is None:
        raise Missing
    return found


def draft_with_places(actor: Actor, pk: int) -> Draft:
    """The same with the places of its group, so that all that is asked about it costs nothing more. Raises Missing."""
    places = GroupMembership.objects.in_force().select_related("user", "county")
    found = drafts_for(actor).filter(pk=pk).prefetch_related(Prefetch("group__memberships", places)).first()
    if found is None:
        raise Missing
    return found


def own_drafts(actor: Actor) -> QuerySet[Draft]:
    """Those of the actor's own groups and counties."""
    own = Q(group__in=actor.keys("group")) | Q(county__key__in=actor.keys("county"))
    return drafts_for(actor).filter(own)


def owners_to_write_for(actor: Actor) -> list[Owner]:
    """For whom the actor may begin a draft: own counties, then groups in which the actor writes."""
    places = GroupMembership.objects.in_force()
    groups = WorkingGroup.objects.filter(pk__in=actor.keys("group")).prefetch_related(Prefetch("memberships", places))
    counties = County.objects.filter(key__in=actor.keys("county"))
    owners: list[Owner] = [*counties, *groups.order_by("title")]
    return [owner for owner in owners if starting(actor, owner)]


def remarks_sign(actor: Actor, pk: int) -> int:
    """A number that is another one when something was said, settled or decided beside the draft. Raises Missing."""
    draft = draft_for(actor, pk)
    said = draft.draftcomments.aggregate(Max("created_at"), Max("resolved_at"), Max("deleted_at"), settled=RESOLVED)
    settled = said.pop("settled")
    said |= draft.draftsuggestions.aggregate(newest=Max("created_at"), decided=Max("decided_at"))
    newest = max((moment for moment in said.values() if moment is not None), default=draft.created_at)
    return int(newest.timestamp() * 1_000_000) + int(settled)


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


def people_gained(draft: Draft, reach: str) -> QuerySet[User]:
    """Who would read it in addition."""
    now = people_reading_draft(draft.owner, draft.reach)
    return people_reading_draft(draft.owner, reach).exclude(pk__in=now.values("pk"))


def numbers_of_drafts(group_id: int) -> list[int]:
    """The primary keys of all drafts of a group."""
    return list(Draft.objects.filter(group=group_id).values_list("pk", flat=True))


def writing_in(group_id: int) -> QuerySet[Draft]:
    """The drafts of a group that are not closed: what becomes of them is said when the group closes.

    What was handed to the editors or is published stays as it is.
    """
    done = (DraftState.CLOSED, DraftState.SUBMITTED, DraftState.PUBLISHED)
    return Draft.objects.filter(group=group_id).exclude(state__in=done)


def heirs_for(actor: Actor, group: WorkingGroup) -> list[Owner]:
    """Who can go on with a draft when this group closes: the actor's own counties, and other groups."""
    return [owner for owner in owners_to_write_for(actor) if owner != group]
