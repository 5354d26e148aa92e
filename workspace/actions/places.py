"""Coming into a group, doing something else in it, and leaving it."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts.models import User
from cms.models import County
from plugins.api.access import Actor, require
from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Refused
from plugins.api.outbox import announce
from workspace.actions.activity import locked, note, note_activity
from workspace.actions.draft_fate import close_drafts_of
from workspace.actions.tasks import let_go_of_tasks
from workspace.facts import AdmissionDecided, GroupChanged, GroupFounded, GroupMembersChanged
from workspace.models import (
    Admission,
    AdmissionState,
    GroupMembership,
    GroupRole,
    GroupState,
    WorkingGroup,
)


@transaction.atomic
def support_group(group: WorkingGroup, *, actor: Actor) -> GroupMembership:
    """“We join”: the county counts towards the least number, and the person takes part from now on."""
    group = locked(group)
    require(actor, "support", group)

    place = take_place(group, actor.user, GroupRole.WRITER)
    note(group, "support", actor)
    return place


@transaction.atomic
def join_group(group: WorkingGroup, *, actor: Actor) -> GroupMembership:
    """Come into a group that is open to all."""
    group = locked(group)
    require(actor, "join", group)

    place = take_place(group, actor.user, GroupRole.WRITER)
    note(group, "join", actor)
    return place


@transaction.atomic
def leave_group(group: WorkingGroup, *, actor: Actor) -> None:
    """From the next request on the group is closed to the person. A group that the last one leaves is closed."""
    group = locked(group)
    require(actor, "leave", group)

    _end(GroupMembership.objects.in_force().get(group=group, user=actor.user))
    note(group, "leave", actor)
    if not group.is_closed and not GroupMembership.objects.in_force().filter(group=group).exists():
        end_group(group)


@transaction.atomic
def change_role(place: GroupMembership, *, role: str, actor: Actor) -> GroupMembership:
    """Let somebody coordinate, write or suggest."""
    place = _locked(place)
    require(actor, "change_role", place)
    if role not in GroupRole.values:
        raise Invalid({"role": [_("Please choose one of the answers.")]})

    place.role = role
    place.save(update_fields=["role"])
    note_activity(place.group_id)
    note(place.group, "change_role", actor, person=place.user_id, role=role)
    announce(GroupMembersChanged(group_id=place.group_id, user_ids=(place.user_id,)))
    return place


@transaction.atomic
def remove_person(place: GroupMembership, *, reason: str, actor: Actor) -> None:
    """The person no longer takes part, from the next request on, and reads why."""
    place = _locked(place)
    require(actor, "remove", place)
    if not reason.strip():
        raise Invalid({"reason": [_("Say in a sentence why: the person reads it.")]})

    _end(place, reason.strip())
    note_activity(place.group_id)
    note(place.group, "remove", actor, person=place.user_id)


def take_place(group: WorkingGroup, user: User, role: str) -> GroupMembership:
    """A place from now on, for the county of the person's seat. Whatever way she came, nothing of hers stays open."""
    county = County.objects.filter(key__in=actor_for(user).keys("county")).order_by("key").first()
    if county is None:
        raise Refused(_("Only members who sit for a county take part in working groups."))
    place = GroupMembership.objects.create(group=group, user=user, role=role, county=county)
    for admission in Admission.objects.open().filter(group=group, person=user):
        settle(admission, AdmissionState.WITHDRAWN)
    found_if_enough(group)
    note_activity(group.pk)
    announce(GroupMembersChanged(group_id=group.pk, user_ids=(user.pk,)))
    return place


def settle(admission: Admission, state: str, *, by: User | None = None, reason: str = "") -> None:
    """It is answered, and whoever waits for the answer hears of it."""
    admission.state, admission.reason = state, reason.strip()
    admission.decided_at, admission.decided_by = timezone.now(), by
    admission.save(update_fields=["state", "reason", "decided_at", "decided_by"])
    announce(AdmissionDecided(admission_id=admission.pk))
    announce(GroupMembersChanged(group_id=admission.group_id, user_ids=(admission.person_id,)))


def found_if_enough(group: WorkingGroup) -> None:
    """With the least number of counties the group exists; nobody else has to agree."""
    if group.state != GroupState.PROPOSED or len(group.counties()) < group.least_counties:
        return
    group.state, group.founded_at = GroupState.ACTIVE, timezone.now()
    group.save(update_fields=["state", "founded_at"])
    announce(GroupFounded(group_id=group.pk))
    announce(GroupChanged(group_id=group.pk))


def end_group(group: WorkingGroup) -> None:
    """Closed: nothing changes any more, and nobody comes in."""
    group.state, group.closed_at = GroupState.CLOSED, timezone.now()
    group.asked_at = group.unanswered_at = None
    group.save(update_fields=["state", "closed_at", "asked_at", "unanswered_at"])
    for admission in Admission.objects.open().filter(group=group):
        settle(admission, AdmissionState.WITHDRAWN)
    close_drafts_of(group)
    announce(GroupChanged(group_id=group.pk))


def _end(place: GroupMembership, reason: str = "") -> None:
    place.left_at, place.end_reason = timezone.now(), reason
    place.save(update_fields=["left_at", "end_reason"])
    let_go_of_tasks(place)
    announce(GroupMembersChanged(group_id=place.group_id, user_ids=(place.user_id,)))


def _locked(place: GroupMembership) -> GroupMembership:
    """With its group locked first, so that two coordinators who step down at once do so one after the other."""
    group = locked(place.group)
    fresh = GroupMembership.objects.get(pk=place.pk)
    fresh.group = group
    return fresh
