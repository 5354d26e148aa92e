"""Who knows of a working group, who belongs to it, and who may do what with it."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from cms.accounts.roles import OFFICE
from plugins.api.access import Actor, Policy
from workspace.models import GroupMembership, GroupRole, GroupVisibility, WorkingGroup


class WorkingGroupPolicy(Policy[WorkingGroup]):
    """A group decides who knows of it; the office knows of all. What is written in it has policies of its own."""

    model = WorkingGroup

    def audience(self, group: WorkingGroup) -> frozenset[str]:
        always = frozenset({OFFICE, group.principal})
        return always | {"members"} if group.visibility == GroupVisibility.MEMBERS else always

    def visible_to(self, actor: Actor, groups: QuerySet[WorkingGroup]) -> QuerySet[WorkingGroup]:
        if actor.has(OFFICE):
            return groups
        known = Q(pk__in=actor.keys("group"))
        if actor.has("members"):
            known |= Q(visibility=GroupVisibility.MEMBERS)
        return groups.filter(known)


class GroupMembershipPolicy(Policy[GroupMembership]):
    """Who is in a group is known to the group, and to all who know of it where the group shows its members."""

    model = GroupMembership

    def audience(self, place: GroupMembership) -> frozenset[str]:
        if place.group.shows_members or place.role == GroupRole.COORDINATOR:
            return WorkingGroupPolicy().audience(place.group)
        return frozenset({place.group.principal})

    def visible_to(self, actor: Actor, places: QuerySet[GroupMembership]) -> QuerySet[GroupMembership]:
        own = Q(group__in=actor.keys("group"))
        shown = Q(group__shows_members=True) | Q(role=GroupRole.COORDINATOR)
        known = WorkingGroupPolicy().visible_to(actor, WorkingGroup.objects.all())
        return places.filter(own | (shown & Q(group__in=known)))
