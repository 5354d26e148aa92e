"""Who reads a discussion and its posts."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from plugins.api.access import audience_of, may, visible_to
from plugins.api.actors import actor_for
from tests.factories import join_group, make_discussion, make_group
from workspace.actions.posts import write_post
from workspace.models import Discussion, PastVisibility, Post

pytestmark = pytest.mark.django_db


def who_reads(people, thing):
    return {name for name, person in people.items() if may(actor_for(person), "see", thing)}


def test_all_members_and_the_office_read_what_is_for_all(people):
    discussion = make_discussion(by=people["member"])
    assert who_reads(people, discussion) == {"member", "coordinator", "mentor", "outsider", "office", "admin"}


def test_a_group_reads_alone_and_the_office_reads_nothing_of_it(people):
    group = make_group(coordinator=people["coordinator"])
    discussion = make_discussion(by=people["coordinator"], group=group)
    assert who_reads(people, discussion) == {"coordinator", "admin"}


def test_named_persons_read_alone_and_nobody_above_them(people):
    discussion = make_discussion(by=people["member"], persons=[people["mentor"]])
    assert who_reads(people, discussion) == who_reads(people, discussion.posts.get()) == {"member", "mentor"}
    assert not visible_to(actor_for(people["admin"]), Discussion.objects.all()).exists()


def test_newcomers_read_what_was_written_since_they_joined(coordinator, member):
    group = make_group(coordinator=coordinator, past=PastVisibility.JOINING)
    before = make_discussion("Davor", by=coordinator, group=group)
    both = make_discussion("Davor und danach", by=coordinator, group=group)
    join_group(group, member, joined_at=timezone.now())
    after = make_discussion("Danach", by=member, group=group)
    later = write_post(both, "Noch etwas.", actor=actor_for(coordinator))
    newcomer = actor_for(member)
    assert set(visible_to(newcomer, Discussion.objects.all())) == {both, after}
    assert not may(newcomer, "see", before)
    assert set(visible_to(newcomer, Post.objects.filter(discussion=both))) == {later}
    assert f"user:{member.pk}" not in audience_of(both.posts.first())


def test_leaving_closes_every_discussion_of_the_group(coordinator, member):
    group = make_group(coordinator=coordinator)
    place = join_group(group, member)
    discussion = make_discussion(by=coordinator, group=group)
    assert may(actor_for(member), "see", discussion)
    place.left_at = timezone.now() - timedelta(seconds=1)
    place.save()
    assert not may(actor_for(member), "see", discussion)
