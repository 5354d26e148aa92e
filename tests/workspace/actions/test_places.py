"""Coming in, doing something else, leaving: doors open and close with the next request."""

from __future__ import annotations

import pytest

from plugins.api.access import may
from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Missing, Refused
from tests.factories import join_group as give_place
from tests.factories import make_group
from workspace.actions.life import close_group
from workspace.actions.places import change_role, join_group, leave_group, remove_person
from workspace.models import GroupMembership, GroupRole, JoinMode
from workspace.queries.groups import places_taken_away

pytestmark = pytest.mark.django_db


def place_of(person, group):
    return GroupMembership.objects.in_force().get(user=person, group=group)


def test_whoever_wants_to_joins_an_open_group(group, outsider):
    with pytest.raises(Refused, match="just like that|ohne Weiteres"):
        join_group(group, actor=actor_for(outsider))
    group.join = JoinMode.OPEN
    group.save()
    assert join_group(group, actor=actor_for(outsider)).county.key == "99004"
    assert actor_for(outsider).has(group.principal)
    with pytest.raises(Refused):
        join_group(group, actor=actor_for(outsider))


@pytest.mark.parametrize("name", ["guest", "applicant", "former_member"])
def test_who_is_no_member_meets_nothing(name, group, request):
    group.join = JoinMode.OPEN
    group.save()
    with pytest.raises(Missing):
        join_group(group, actor=actor_for(request.getfixturevalue(name)))


def test_the_office_joins_no_group(group, office):
    group.join = JoinMode.OPEN
    group.save()
    with pytest.raises(Refused):
        join_group(group, actor=actor_for(office))


def test_leaving_closes_the_door_and_one_can_come_back(group, member):
    group.join = JoinMode.OPEN
    group.save()
    leave_group(group, actor=actor_for(member))
    assert not actor_for(member).has(group.principal)
    join_group(group, actor=actor_for(member))
    assert group.memberships.filter(user=member).count() == 2


def test_the_last_coordinator_stays_while_others_are_there(group, coordinator, member):
    refusal = may(actor_for(coordinator), "leave", group)
    assert not refusal
    assert "Members" in str(refusal.reason) or "Mitglieder" in str(refusal.reason)
    with pytest.raises(Refused):
        leave_group(group, actor=actor_for(coordinator))
    with pytest.raises(Refused):
        change_role(place_of(coordinator, group), role=GroupRole.WRITER, actor=actor_for(coordinator))

    change_role(place_of(member, group), role=GroupRole.COORDINATOR, actor=actor_for(coordinator))
    leave_group(group, actor=actor_for(coordinator))
    assert actor_for(member).has(group.coordinator_principal)


def test_stepping_down_is_possible_beside_another_coordinator(group, coordinator, member):
    change_role(place_of(member, group), role=GroupRole.COORDINATOR, actor=actor_for(coordinator))
    change_role(place_of(coordinator, group), role=GroupRole.ADVISER, actor=actor_for(coordinator))
    assert not actor_for(coordinator).has(group.coordinator_principal)
    assert actor_for(coordinator).has(group.principal)


def test_the_last_person_can_leave_and_the_group_ends(coordinator):
    group = make_group(coordinator=coordinator)
    leave_group(group, actor=actor_for(coordinator))
    group.refresh_from_db()
    assert group.is_closed


def test_removal_needs_a_reason_that_the_person_reads_and_ends_at_once(group, coordinator, member):
    place = place_of(member, group)
    with pytest.raises(Invalid):
        remove_person(place, reason=" ", actor=actor_for(coordinator))
    remove_person(place, reason="Der Sitz ist neu besetzt.", actor=actor_for(coordinator))
    assert not actor_for(member).has(group.principal)
    (told,) = places_taken_away(actor_for(member))
    assert told.end_reason == "Der Sitz ist neu besetzt."
    with pytest.raises(Refused):
        remove_person(place, reason="Noch einmal.", actor=actor_for(coordinator))


def test_nobody_else_removes_or_changes_roles(group, coordinator, member, mentor, office):
    give_place(group, mentor, GroupRole.ADVISER)
    for person in (member, mentor, office):
        for act in (
            lambda actor: remove_person(place_of(mentor, group), reason="Weil.", actor=actor),
            lambda actor: change_role(place_of(mentor, group), role=GroupRole.WRITER, actor=actor),
        ):
            with pytest.raises(Refused):
                act(actor_for(person))
    with pytest.raises(Refused):
        remove_person(place_of(coordinator, group), reason="Ich gehe.", actor=actor_for(coordinator))


def test_an_unknown_role_is_none(group, coordinator, member):
    with pytest.raises(Invalid):
        change_role(place_of(member, group), role="boss", actor=actor_for(coordinator))


def test_a_closed_group_can_be_left_but_not_changed(group, coordinator, member):
    close_group(group, report="Der Leitfaden liegt vor.", actor=actor_for(coordinator))
    with pytest.raises(Refused):
        change_role(place_of(member, group), role=GroupRole.ADVISER, actor=actor_for(coordinator))
    leave_group(group, actor=actor_for(coordinator))
    assert not actor_for(coordinator).has(group.principal)
