"""Challenges are found as such by all members, and by nobody else."""

from __future__ import annotations

import pytest

from plugins.api.actors import actor_for
from plugins.api.outbox import dispatch_pending
from search.engine import SearchQuery
from search.finding import find
from tests.factories import make_challenge
from workspace.actions.posts import delete_post

pytestmark = pytest.mark.usefixtures("index")


def test_its_posts_are_challenges_for_those_who_read_them(people):
    challenge = make_challenge(by=people["member"], text="Zebrastreifen", posts=[people["mentor"]])
    dispatch_pending()
    found = {
        name: [(hit.type, hit.url) for hit in find(SearchQuery("Zebrastreifen"), actor=actor_for(person)).hits]
        for name, person in people.items()
    }
    first = challenge.discussion.posts.first()
    own = [("challenge", f"/herausforderungen/{challenge.pk}/?post={first.pk}#post-{first.pk}")]
    readers = {"member", "coordinator", "mentor", "outsider", "office", "admin", "editor", "editor2"}
    assert found == {name: own if name in readers else [] for name in people}
    delete_post(first, actor=actor_for(people["member"]))
    dispatch_pending()
    assert not find(SearchQuery("Zebrastreifen"), actor=actor_for(people["member"])).hits
