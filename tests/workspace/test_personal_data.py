"""What the workspace hands out and erases."""

from __future__ import annotations

import pytest

from plugins.api.actors import actor_for
from tests.factories import join_group, make_discussion, make_group
from workspace.personal_data import discussions, groups

pytestmark = pytest.mark.django_db


def test_places_in_groups_are_handed_out_and_end(member):
    join_group(make_group("AG Wohnen"), member)
    (told,) = groups.hand_out(member)
    assert (told["group"], told["until"]) == ("AG Wohnen", None)

    assert groups.erase(member)
    assert not actor_for(member).keys("group")
    assert groups.hand_out(member)[0]["until"]


def test_whoever_was_in_no_group_leaves_nothing(outsider):
    assert groups.hand_out(outsider) == groups.erase(outsider) == []


def test_posts_are_handed_out_and_stay_without_their_author(member, mentor):
    discussion = make_discussion("Mein Anliegen", by=mentor, persons=[member], posts=[member])
    told = discussions.hand_out(member)
    assert [row["text"] for row in told["posts"]] == ["Antwort 1"]
    assert [row["title"] for row in told["named_in"]] == ["Mein Anliegen"]

    assert discussions.erase(member)
    assert not discussion.persons.exists()
    assert discussion.posts.last().county.key == "99001"
