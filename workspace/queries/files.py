"""Files of a group as its members find them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Prefetch, QuerySet, Subquery

from cms.accounts.models import User
from plugins.api.access import SUPERUSERS, Actor, visible_to
from plugins.api.errors import Missing
from workspace.models import DiscussionReach, GroupFile, GroupState, StoredFile, WorkingGroup
from workspace.policies.discussions import readers_of
from workspace.queries.groups import group_by_slug
from workspace.queries.readers import people_with


def group_inside(actor: Actor, slug: str) -> WorkingGroup:
    """A group whose inside the actor sees. Raises Missing for everybody else, whether they know of the group or not."""
    group = group_by_slug(actor, slug)
    if not actor.has(group.principal, SUPERUSERS):
        raise Missing
    return group


def files_of(actor: Actor, group: WorkingGroup) -> QuerySet[GroupFile]:
    """What the actor reads of it, the newest first, with traces of what was removed; each with its `newest` version."""
    newest = StoredFile.objects.filter(shelved=OuterRef("shelved")).order_by("-pk").values("pk")[:1]
    current = StoredFile.objects.filter(pk=Subquery(newest)).select_related("uploaded_by")
    rows = visible_to(actor, GroupFile.objects.filter(group=group)).select_related("uploaded_by", "removed_by")
    return rows.prefetch_related(Prefetch("versions", current, to_attr="current")).order_by("-newest_at", "-pk")


def file_in(actor: Actor, group: WorkingGroup, pk: int) -> GroupFile:
    """One of them. Raises Missing where the actor does not read it."""
    found = files_of(actor, group).filter(pk=pk).first()
    if found is None:
        raise Missing
    found.group = group
    return found


def newest_of(file: Any) -> StoredFile | None:
    """The present version of a file that `files_of` fetched; a removed one has none."""
    current: list[StoredFile] = file.current
    return current[0] if current else None


def versions_for(actor: Actor, file: GroupFile) -> list[StoredFile]:
    """The versions that the actor reads, the newest first."""
    rows = visible_to(actor, StoredFile.objects.filter(shelved=file)).select_related("uploaded_by")
    return list(rows.order_by("-pk"))


def with_versions(actor: Actor, rows: QuerySet[GroupFile]) -> list[Any]:
    """These files, each with all versions that the actor reads as `seen`, the newest first."""
    versions = visible_to(actor, StoredFile.objects.select_related("uploaded_by").order_by("-pk"))
    return list(rows.prefetch_related(Prefetch("versions", versions, to_attr="seen")))


def groups_to_move_to(actor: Actor, file: GroupFile) -> QuerySet[WorkingGroup]:
    """The other groups in which the actor works."""
    rows = WorkingGroup.objects.filter(pk__in=actor.keys("group")).exclude(state=GroupState.CLOSED)
    return rows.exclude(pk=file.group_id)


def people_reading_file(group: WorkingGroup, since: datetime) -> QuerySet[User]:
    """Who reads in a group what came at this moment."""
    return people_with(readers_of(DiscussionReach.GROUP, group, (), since))


def who_gains_file(file: GroupFile, group: WorkingGroup) -> list[User]:
    """Who would read the file, or one more of its versions, if it stood in that group, and does not now."""
    gains: set[User] = set()
    for since in file.versions.values_list("uploaded_at", flat=True):
        now = people_reading_file(file.group, since).values("pk")
        gains |= set(people_reading_file(group, since).exclude(pk__in=now))
    return sorted(gains, key=lambda person: (person.last_name, person.first_name, person.pk))
