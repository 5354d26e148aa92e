"""Groups as a reader gets them, each with places and open invitations, in as many queries for thirty as for one."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from typing import Final

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from cms.models import Topic
from plugins.api.access import Actor, may, visible_to
from plugins.api.errors import Missing
from workspace.models import Admission, GroupMembership, GroupReport, GroupState, WorkingGroup

TOLD_FOR: Final = timedelta(days=30)
"""How long somebody reads why a place of hers ended."""

SHOWN_VERBS = (
    *("support", "join", "ask_for_access", "see_members", "edit", "invite", "record_mandate"),
    *("leave", "report", "pause", "resume", "carry_on", "close"),
)
"""What a page or a program is told about: verb -> whether the reader may."""


def groups_for(actor: Actor, topic: str = "") -> QuerySet[WorkingGroup]:
    """All groups that the actor knows of, with what every line about them needs; of one topic where one is named."""
    groups = visible_to(actor, WorkingGroup.objects.all())
    if topic:
        groups = groups.filter(topics__slug=topic)
    places = GroupMembership.objects.in_force().select_related("user", "county")
    return groups.prefetch_related(
        "topics", Prefetch("memberships", places), Prefetch("admissions", Admission.objects.open())
    )


def group_by_slug(actor: Actor, slug: str) -> WorkingGroup:
    """One group. Raises Missing where the actor does not know of it."""
    group = groups_for(actor).filter(slug=slug).first()
    if group is None:
        raise Missing
    return group


def groups_by_id(actor: Actor, ids: Collection[int]) -> dict[int, WorkingGroup]:
    """Those of these groups that the actor knows of, by id."""
    return groups_for(actor).in_bulk(ids)


def topics_named(actor: Actor, slugs: Collection[str]) -> QuerySet[Topic]:
    """The topics of these slugs that the actor sees; others are passed over."""
    return visible_to(actor, Topic.objects.filter(slug__in=slugs))


def place_by_id(actor: Actor, group: WorkingGroup, pk: int) -> GroupMembership:
    """One place in this group. Raises Missing where it does not hold or the actor does not see it."""
    places = GroupMembership.objects.in_force().filter(group=group).select_related("user", "county")
    found = visible_to(actor, places).filter(pk=pk).first()
    if found is None:
        raise Missing
    found.group = group
    return found


def places_shown(group: WorkingGroup, actor: Actor) -> list[GroupMembership]:
    """The places that the actor may know of: all, or those of the coordinators. The third form of the policy's rule."""
    return group.places() if may(actor, "see_members", group) else group.coordinators()


def places_taken_away(actor: Actor) -> QuerySet[GroupMembership]:
    """The actor's own places that others ended in the last weeks, with the reason; also of groups now hidden to her."""
    since = timezone.now() - TOLD_FOR
    rows = GroupMembership.objects.filter(user__pk__in=actor.keys("user"), left_at__gte=since).exclude(end_reason="")
    return rows.select_related("group").order_by("-left_at", "-pk")


def reports_of(group: WorkingGroup) -> QuerySet[GroupReport]:
    """For all who know of the group, the newest first."""
    return GroupReport.objects.filter(group=group).select_related("author")


def quiet_groups_of(actor: Actor) -> QuerySet[WorkingGroup]:
    """Groups that the actor coordinates and about which a question waits for an answer."""
    rows = visible_to(actor, WorkingGroup.objects.all())
    return rows.filter(pk__in=actor.keys("coordinator"), state=GroupState.ACTIVE, asked_at__isnull=False)


def unanswered_groups(actor: Actor) -> QuerySet[WorkingGroup]:
    """For the programme office: groups whose coordinators did not answer."""
    rows = visible_to(actor, WorkingGroup.objects.all())
    return rows.filter(state=GroupState.ACTIVE, unanswered_at__isnull=False).order_by("unanswered_at", "pk")
