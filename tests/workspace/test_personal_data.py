"""What the workspace hands out and erases."""

from __future__ import annotations

import pytest

from plugins.api.actors import actor_for
from tests.factories import join_group, make_group
from workspace.personal_data import groups

pytestmark = pytest.mark.django_db


def test_places_in_groups_are_handed_out_and_end(member):
    join_group(make_group("AG Wohnen"), member)
    (told,) = groups.hand_out(member)["places"]
    assert (told["group"], told["until"]) == ("AG Wohnen", None)

    assert groups.erase(member)
    assert not actor_for(member).keys("group")
    assert groups.hand_out(member)["places"][0]["until"]


def test_whoever_was_in_no_group_leaves_nothing(outsider):
    assert not any(groups.hand_out(outsider).values())
    assert groups.erase(outsider) == []
