"""Drafts as programs are told of them: in as many queries for a hundred as for one."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from django.db.models import Prefetch, QuerySet

from cms.accounts.models import User
from cms.models import County
from plugins.api.access import Actor, visible_to
from plugins.api.errors import Missing
from workspace.models import Draft, DraftVersion, GroupMembership, WorkingGroup
from workspace.queries.drafts import drafts_for


def drafts_found(actor: Actor, *, group: str = "", state: str = "") -> QuerySet[Draft]:
    """What the actor reads, of the group of this slug where one is named, if the actor knows of that group."""
    rows = drafts_for(actor)
    if group:
        rows = rows.filter(group__in=visible_to(actor, WorkingGroup.objects.filter(slug=group)))
    return rows.filter(state=state) if state else rows


def drafts_by_id(actor: Actor, ids: Collection[int]) -> dict[int, Draft]:
    """Those that the actor reads, with the places in their groups, so that the door asks for nothing more."""
    places = GroupMembership.objects.in_force().select_related("user", "county")
    return drafts_for(actor).prefetch_related(Prefetch("group__memberships", places)).in_bulk(ids)


def draft_with_group(actor: Actor, pk: int) -> Draft:
    """One of them. Raises Missing."""
    found = drafts_by_id(actor, [pk])
    if pk not in found:
        raise Missing
    return found[pk]


def groups_known(actor: Actor, drafts: Iterable[Draft]) -> set[int]:
    """Those groups of these drafts of which the actor knows: all members may read a draft of a hidden group."""
    ids = {draft.group_id for draft in drafts if draft.group_id is not None}
    return set(visible_to(actor, WorkingGroup.objects.filter(pk__in=ids)).values_list("pk", flat=True))


def county_named(key: str) -> County | None:
    """Counties are public."""
    return County.objects.filter(key=key).first()


def writers_of(version: DraftVersion) -> dict[int, User]:
    """Who wrote what stands in it, by number."""
    return User.objects.in_bulk({who for runs in version.authors for _length, who in runs if who is not None})
