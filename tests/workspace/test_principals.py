"""What a place in a working group opens, and when."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from plugins.api.actors import actor_for, people_behind
from tests.factories import end_seat, join_group, make_group

pytestmark = pytest.mark.django_db


def test_a_place_opens_the_group_and_coordinating_opens_more(coordinator, member):
    group = make_group(coordinator=coordinator)
    join_group(group, member)
    assert actor_for(coordinator).keys("group") == actor_for(coordinator).keys("coordinator") == {str(group.pk)}
    assert actor_for(member).keys("group") == {str(group.pk)}
    assert not actor_for(member).keys("coordinator")


def test_a_place_ends_at_its_minute(member):
    group, now = make_group(), timezone.now()
    place = join_group(group, member, left_at=now + timedelta(minutes=1))
    assert actor_for(member).keys("group")
    place.left_at = now
    place.save()
    assert not actor_for(member).keys("group")


def test_who_is_behind_a_group(coordinator, member, outsider):
    group = make_group(coordinator=coordinator)
    join_group(group, member)
    join_group(group, outsider, left_at=timezone.now())

    def names(principal):
        return {person for people in people_behind(principal) for person in people}

    assert names(group.principal) == {coordinator, member}
    assert names(group.coordinator_principal) == {coordinator}


def test_a_place_for_a_county_ends_with_the_seat(member, coordinator):
    group = make_group(coordinator=coordinator)
    join_group(group, member)
    end_seat(member)
    assert not actor_for(member).keys("group")
    assert {person for people in people_behind(group.principal) for person in people} == {coordinator}
