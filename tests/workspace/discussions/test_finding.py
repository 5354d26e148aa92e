"""Posts are found by those who read them and by nobody else."""

from __future__ import annotations

import pytest
from django.utils import timezone

from plugins.api.actors import actor_for
from plugins.api.outbox import announce, dispatch_pending
from search.engine import SearchQuery
from search.finding import find
from tests.factories import join_group, make_discussion, make_group
from workspace.actions.discussions import change_readers
from workspace.actions.posts import delete_post, edit_post, write_post
from workspace.facts import GroupMembersChanged
from workspace.models import Post
from workspace.queries.readers import sign_of, who_gains

pytestmark = pytest.mark.usefixtures("index")


def found_by(people, words):
    dispatch_pending()
    return {
        name: [hit.url for hit in find(SearchQuery(words), actor=actor_for(person)).hits]
        for name, person in people.items()
        if find(SearchQuery(words), actor=actor_for(person)).hits
    }


def test_each_class_is_found_by_its_readers(people):
    group = make_group(coordinator=people["coordinator"])
    in_group = make_discussion(by=people["coordinator"], group=group, text="Xylophon")
    make_discussion(by=people["member"], persons=[people["mentor"]], text="Quittenbrot")
    make_discussion(by=people["member"], text="Zebrastreifen")
    first = in_group.posts.get()
    assert found_by(people, "Xylophon") == dict.fromkeys(["coordinator", "admin"], [first.get_absolute_url()])
    assert set(found_by(people, "Quittenbrot")) == {"member", "mentor"}
    assert set(found_by(people, "Zebrastreifen")) == {"member", "coordinator", "mentor", "outsider", "office", "admin"}


def test_edited_and_deleted_posts(people):
    post = make_discussion(by=people["member"], text="Altwort").posts.get()
    edit_post(post, "Neuwort", actor=actor_for(people["member"]))
    assert not found_by(people, "Altwort")
    assert found_by(people, "Neuwort")
    delete_post(post, actor=actor_for(people["member"]))
    assert not found_by(people, "Neuwort")


def test_another_class_has_other_finders(people):
    member = people["member"]
    group = make_group(coordinator=people["coordinator"])
    join_group(group, member)
    discussion = make_discussion(by=member, group=group, text="Wanderwort")
    assert "outsider" not in found_by(people, "Wanderwort")
    sign = sign_of(who_gains(discussion, "members", None, []))
    change_readers(discussion, reach="members", agreed_to=sign, actor=actor_for(member))
    assert "outsider" in found_by(people, "Wanderwort")
    change_readers(discussion, reach="group", group=group, actor=actor_for(member))
    assert set(found_by(people, "Wanderwort")) == {"member", "coordinator", "admin"}


def test_newcomers_find_what_was_written_since_they_joined(people):
    coordinator, member = people["coordinator"], people["member"]
    group = make_group(coordinator=coordinator, past="joining")
    discussion = make_discussion(by=coordinator, group=group, text="Frühwort")
    place = join_group(group, member, joined_at=timezone.now())
    announce(GroupMembersChanged(group.pk, (member.pk,)))
    write_post(discussion, "Spätwort", actor=actor_for(coordinator))
    assert "member" not in found_by(people, "Frühwort")
    assert "member" in found_by(people, "Spätwort")
    place.left_at = timezone.now()
    place.save()
    announce(GroupMembersChanged(group.pk, (member.pk,)))
    assert set(found_by(people, "Spätwort")) == {"coordinator", "admin"}
    assert Post.objects.count() == 2
