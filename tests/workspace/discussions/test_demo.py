"""The demo world talks: once, and in the group only where there is one."""

from __future__ import annotations

from cms.accounts.models import User
from cms.models import Quotability
from tests.factories import join_group, make_group, seat_demo_people
from workspace.demo import discussions
from workspace.models import Discussion, DiscussionReach


def test_it_is_loaded_once_and_waits_for_its_group(in_demo_world):
    seat_demo_people()
    discussions.load()
    assert not Discussion.objects.filter(reach=DiscussionReach.GROUP).exists()
    asked = Discussion.objects.get(reach=DiscussionReach.MEMBERS)
    assert (asked.answer.author.email, asked.quotable) == ("mentor@demo.example", Quotability.WITHOUT_COUNTY)

    people = {name: User.objects.get(email=f"{name}@demo.example") for name in ("coordinator", "member", "mentor")}
    group = make_group("AG Wohnen", coordinator=people["coordinator"])
    for name in ("member", "mentor"):
        join_group(group, people[name])
    discussions.load()
    discussions.load()
    assert Discussion.objects.count() == 3
    assert Discussion.objects.get(group=group).posts.count() == 6
