"""The groups of the demo world."""

from __future__ import annotations

from tests.factories import seat_demo_people
from workspace.demo.groups import load
from workspace.models import GroupReport, GroupState, WorkingGroup


def test_one_group_at_work_and_one_proposal_and_twice_changes_nothing(in_demo_world):
    seat_demo_people()
    load()
    load()
    housing, care = WorkingGroup.objects.get(slug="ag-wohnen"), WorkingGroup.objects.get(slug="ag-kita-und-ankommen")
    roles = {place.user.email.partition("@")[0]: place.role for place in housing.places()}
    assert roles == {"coordinator": "coordinator", "member": "writer", "mentor": "adviser"}
    assert (housing.state, bool(housing.mandate), bool(housing.mandate_recorded_at)) == (GroupState.ACTIVE, True, True)
    assert (care.state, len(care.counties())) == (GroupState.PROPOSED, 2)
    assert GroupReport.objects.count() == 1
    assert WorkingGroup.objects.count() == 2
    assert all(group.topics.exists() for group in (housing, care))
