"""Who knows of a working group, who belongs to it, and who may do what with it."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from cms.accounts.roles import OFFICE
from plugins.api.access import Actor, Decision, Policy, allowed, denied
from workspace.models import (
    Admission,
    AdmissionKind,
    GroupMembership,
    GroupReport,
    GroupRole,
    GroupState,
    GroupVisibility,
    JoinMode,
    WorkingGroup,
)

CLOSED = _("This group is closed; everything stays as it is.")
NOT_COORDINATOR = _("Only those who coordinate the group do this.")


class WorkingGroupPolicy(Policy[WorkingGroup]):
    """A group decides who knows of it; the office knows of all. What is written in it has policies of its own.

    A closed group is known to those who were in it when it closed. Whoever is invited knows of the group until the
    invitation is answered. Reports are for all who know of the group.
    """

    model = WorkingGroup
    covers = (GroupReport,)

    def audience(self, group: WorkingGroup) -> frozenset[str]:
        always = {OFFICE, group.principal}
        if group.is_closed:
            return frozenset(always)
        if group.visibility == GroupVisibility.MEMBERS:
            always.add("members")
        return frozenset(always | {f"user:{person}" for person in group.invited()})

    def visible_to(self, actor: Actor, groups: QuerySet[WorkingGroup]) -> QuerySet[WorkingGroup]:
        if actor.has(OFFICE):
            return groups
        invitations = Admission.objects.open().filter(kind=AdmissionKind.INVITATION, person__pk__in=actor.keys("user"))
        known = Q(pk__in=invitations.values("group"))
        if actor.has("members"):
            known |= Q(visibility=GroupVisibility.MEMBERS)
        return groups.filter(Q(pk__in=actor.keys("group")) | (known & ~Q(state=GroupState.CLOSED)))

    def create(self, actor: Actor, model: type[WorkingGroup]) -> Decision:
        """To propose a group. Nobody else has to agree: enough counties found it."""
        if _sits_for_a_county(actor):
            return allowed()
        return denied(_("Only members who sit for a county propose working groups."))

    def support(self, actor: Actor, group: WorkingGroup) -> Decision:
        """“We join”: takes part in what is only proposed yet."""
        if group.state != GroupState.PROPOSED:
            return denied(_("This group is no longer a proposal."))
        return self._come_in(actor, group)

    def join(self, actor: Actor, group: WorkingGroup) -> Decision:
        """To come into a group that is open to all."""
        if group.join != JoinMode.OPEN:
            return denied(_("This group decides itself who comes in; it cannot be joined just like that."))
        return self._exists(group) and self._come_in(actor, group)

    def ask_for_access(self, actor: Actor, group: WorkingGroup) -> Decision:
        if group.join == JoinMode.INVITATION:
            return denied(_("People come into this group by invitation only."))
        if group.join == JoinMode.OPEN:
            return denied(_("Nobody has to ask here: whoever wants to joins."))
        decision = self._exists(group) and self._come_in(actor, group)
        if decision and any(actor.has(f"user:{row.person_id}") for row in group.admissions.all() if row.is_open):
            return denied(_("You have asked already; the answer has not come yet."))
        return decision

    def see_members(self, actor: Actor, group: WorkingGroup) -> Decision:
        """To read who takes part, and how many. `GroupMembershipPolicy` says the same of each place."""
        if group.shows_members or actor.has(group.principal):
            return allowed()
        return denied(_("This group shows only itself who takes part. Those who coordinate it are named."))

    def edit(self, actor: Actor, group: WorkingGroup) -> Decision:
        return _coordinates(actor, group)

    def invite(self, actor: Actor, group: WorkingGroup) -> Decision:
        return _coordinates(actor, group)

    def report(self, actor: Actor, group: WorkingGroup) -> Decision:
        return _coordinates(actor, group) and self._exists(group)

    def record_mandate(self, actor: Actor, group: WorkingGroup) -> Decision:
        """The office notes the mandate. It has no way to refuse it."""
        if not actor.has(OFFICE):
            return denied(_("The programme office records mandates."))
        if not group.mandate:
            return denied(_("The group has not written its mandate yet."))
        if group.mandate_recorded_at:
            return denied(_("The present mandate is recorded already."))
        return self._exists(group)

    def leave(self, actor: Actor, group: WorkingGroup) -> Decision:
        """Always, but that somebody has to coordinate as long as others take part."""
        if not actor.has(group.principal):
            return denied(_("You do not take part in this group."))
        if actor.has(f"guest-group:{group.pk}") and not any(actor.has(place.principal) for place in group.places()):
            return denied(_("You are a guest in this group. It ends with your mandate, or when the group says so."))
        others = [place for place in group.places() if not actor.has(f"user:{place.user_id}")]
        if group.is_closed or not others or any(place.is_coordinator for place in others):
            return allowed()
        return denied(
            _("Nobody else coordinates this group. First let somebody else coordinate it under “Members”, or close it.")
        )

    def pause(self, actor: Actor, group: WorkingGroup) -> Decision:
        if group.state == GroupState.PAUSED:
            return denied(_("This group is paused already."))
        return _coordinates(actor, group) and self._exists(group)

    def resume(self, actor: Actor, group: WorkingGroup) -> Decision:
        if group.state != GroupState.PAUSED:
            return denied(_("Only a group that is paused can be resumed."))
        return _coordinates(actor, group)

    def carry_on(self, actor: Actor, group: WorkingGroup) -> Decision:
        """To answer the question that quiet groups are asked: it goes on."""
        if group.asked_at is None:
            return denied(_("Nobody has asked whether this group goes on."))
        return _coordinates(actor, group)

    def close(self, actor: Actor, group: WorkingGroup) -> Decision:
        return _coordinates(actor, group)

    def _exists(self, group: WorkingGroup) -> Decision:
        if group.is_founded:
            return allowed()
        return denied(CLOSED if group.is_closed else _("This group is only proposed yet; you can support it."))

    def _come_in(self, actor: Actor, group: WorkingGroup) -> Decision:
        """What holds for every way in. An invitation beats all others."""
        if actor.has(group.principal):
            return denied(_("You take part in this group already."))
        if group.is_closed:
            return denied(CLOSED)
        if any(actor.has(f"user:{person}") for person in group.invited()):
            return denied(_("You are invited: accept or decline the invitation."))
        if not _sits_for_a_county(actor):
            return denied(_("Only members who sit for a county take part in working groups."))
        return allowed()


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

    def change_role(self, actor: Actor, place: GroupMembership) -> Decision:
        """To let somebody coordinate, write or suggest; somebody goes on coordinating."""
        decision = self._rule_over(actor, place)
        if decision and place.is_coordinator and len(place.group.coordinators()) == 1:
            return denied(_("Nobody else coordinates this group. First let somebody else coordinate it."))
        return decision

    def remove(self, actor: Actor, place: GroupMembership) -> Decision:
        if actor.has(f"user:{place.user_id}"):
            return denied(_("You leave a group yourself, on the page of the group."))
        return self._rule_over(actor, place)

    def _rule_over(self, actor: Actor, place: GroupMembership) -> Decision:
        if not place.is_in_force:
            return denied(_("This person no longer takes part in the group."))
        return _coordinates(actor, place.group)


def _coordinates(actor: Actor, group: WorkingGroup) -> Decision:
    """What those who coordinate do, as long as the group is not closed."""
    if not actor.has(group.coordinator_principal):
        return denied(NOT_COORDINATOR)
    return denied(CLOSED) if group.is_closed else allowed()


def _sits_for_a_county(actor: Actor) -> bool:
    return actor.has("members") and bool(actor.keys("county"))
