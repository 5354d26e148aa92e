"""A group forms on demand: proposed, supported, founded, its mandate recorded; nobody can refuse it."""

from __future__ import annotations

import pytest
from wagtail.models import ModelLogEntry

from plugins.api.access import may, policy_for
from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Missing, Refused
from tests.factories import UserFactory, give_seat
from tests.workspace.conftest import ASKED
from workspace.actions.groups import edit_group, propose_group, record_mandate
from workspace.actions.places import leave_group, support_group
from workspace.models import GroupRole, GroupState, WorkingGroup
from workspace.queries.groups import group_by_slug

pytestmark = pytest.mark.django_db


def test_whoever_proposes_coordinates_and_needs_three_counties(proposal, coordinator):
    (place,) = proposal.places()
    assert (place.user, place.role, place.county.key) == (coordinator, GroupRole.COORDINATOR, "99002")
    assert (proposal.state, proposal.least_counties, proposal.slug) == (GroupState.PROPOSED, 3, "ag-ausbildung")
    assert ModelLogEntry.objects.filter(action="workspace.propose", user=coordinator).exists()


@pytest.mark.parametrize("name", ["guest", "applicant", "former_member", "editor", "office", "admin"])
def test_only_members_with_a_county_propose(name, request):
    with pytest.raises(Refused, match="sit for a county|Landkreis|Sitz"):
        propose_group(ASKED, actor=actor_for(request.getfixturevalue(name)))


@pytest.mark.parametrize("field", ["title", "question", "expected_result"])
def test_a_proposal_says_what_it_is_about(field, member):
    with pytest.raises(Invalid) as refusal:
        propose_group(ASKED | {field: "  "}, actor=actor_for(member))
    assert list(refusal.value.errors) == [field]


def test_the_third_county_founds_the_group(proposal, member, mentor):
    support_group(proposal, actor=actor_for(member))
    proposal.refresh_from_db()
    assert proposal.state == GroupState.PROPOSED

    support_group(proposal, actor=actor_for(mentor))
    proposal.refresh_from_db()
    assert proposal.state == GroupState.ACTIVE
    assert proposal.founded_at
    assert actor_for(mentor).has(proposal.principal)


def test_a_county_counts_once(proposal, member):
    colleague = give_seat(UserFactory(), "99001").person
    for person in (member, colleague):
        support_group(proposal, actor=actor_for(person))
    fresh = WorkingGroup.objects.get(pk=proposal.pk)
    assert (len(fresh.places()), len(fresh.counties()), fresh.state) == (3, 2, GroupState.PROPOSED)


def test_nobody_supports_twice_or_what_exists_already(proposal, group, member, outsider):
    support_group(proposal, actor=actor_for(member))
    with pytest.raises(Refused):
        support_group(proposal, actor=actor_for(member))
    with pytest.raises(Refused):
        support_group(group, actor=actor_for(outsider))


def test_fewer_counties_can_be_asked_for_and_found_it_at_once(proposal, member, coordinator):
    support_group(proposal, actor=actor_for(member))
    edit_group(proposal, {"least_counties": 2}, actor=actor_for(coordinator))
    proposal.refresh_from_db()
    assert proposal.state == GroupState.ACTIVE


@pytest.mark.parametrize("number", [0, 1, 31])
def test_a_group_is_of_several_counties(number, proposal, coordinator):
    with pytest.raises(Invalid):
        edit_group(proposal, {"least_counties": number}, actor=actor_for(coordinator))


def test_the_office_records_a_mandate_and_anew_when_it_changes(group, coordinator, office):
    assert not may(actor_for(office), "record_mandate", group)
    edit_group(group, {"mandate": "Bis Mai ein Leitfaden."}, actor=actor_for(coordinator))
    record_mandate(group, actor=actor_for(office))
    with pytest.raises(Refused):
        record_mandate(group, actor=actor_for(office))

    edit_group(group, {"title": "AG Wohnen und Leben"}, actor=actor_for(coordinator))
    group.refresh_from_db()
    assert group.mandate_recorded_at
    edit_group(group, {"mandate": "Bis Juni ein Leitfaden."}, actor=actor_for(coordinator))
    group.refresh_from_db()
    assert group.mandate_recorded_at is None


def test_the_office_cannot_refuse(group, proposal, office):
    """No verb of the door lets it stop, change or close a group, or decide who comes in."""
    for one in (group, proposal):
        verbs = policy_for(WorkingGroup).verbs() - {"create"}
        one.mandate = "Ein Leitfaden."
        granted = {verb for verb in verbs if may(actor_for(office), verb, one)}
        assert granted <= {"record_mandate", "see_members"}


def test_only_the_office_records_mandates(group, coordinator, member):
    edit_group(group, {"mandate": "Ein Leitfaden."}, actor=actor_for(coordinator))
    for person in (coordinator, member):
        with pytest.raises(Refused):
            record_mandate(group, actor=actor_for(person))


def test_only_coordinators_edit(group, member, outsider):
    for person in (member, outsider):
        with pytest.raises(Refused):
            edit_group(group, {"title": "Anders"}, actor=actor_for(person))


def test_more_eyes_are_said_with_their_number_before_it_is_done(group, coordinator, outsider, mentor, office):
    actor = actor_for(coordinator)
    edit_group(group, {"visibility": "hidden", "shows_members": False, "past": "joining"}, actor=actor)
    with pytest.raises(Invalid) as refusal:
        edit_group(group, {"visibility": "members"}, actor=actor)
    (sentence,) = refusal.value.errors["confirmed"]
    assert "5" in sentence  # four members and the office
    assert "3" in sentence  # the group and the office
    with pytest.raises(Missing):
        group_by_slug(actor_for(outsider), group.slug)

    edit_group(group, {"visibility": "members"}, confirmed=True, actor=actor)
    assert group_by_slug(actor_for(outsider), group.slug) == group
    with pytest.raises(Invalid, match="takes part|mitarbeitet"):
        edit_group(group, {"shows_members": True}, actor=actor)
    with pytest.raises(Invalid):
        edit_group(group, {"past": "start"}, actor=actor)


def test_narrowing_asks_nothing(group, coordinator):
    edit_group(group, {"visibility": "hidden", "shows_members": False, "past": "joining"}, actor=actor_for(coordinator))


def test_addresses_are_free_and_a_taken_one_betrays_no_hidden_group(member):
    actor = actor_for(member)
    hidden = propose_group(ASKED | {"visibility": "hidden"}, actor=actor)
    first, second = propose_group(ASKED, actor=actor), propose_group(ASKED, actor=actor)
    assert (first.slug, second.slug) == ("ag-ausbildung", "ag-ausbildung-2")
    assert hidden.slug.startswith("ag-ausbildung-")
    assert propose_group(ASKED | {"title": "Vorschlagen"}, actor=actor).slug == "vorschlagen-2"


def test_a_proposal_that_everybody_has_left_is_closed(proposal, coordinator):
    leave_group(proposal, actor=actor_for(coordinator))
    proposal.refresh_from_db()
    assert proposal.state == GroupState.CLOSED
