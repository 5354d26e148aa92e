"""Sockets are a way out like any other: each role asks to follow everything and learns of what it may read alone."""

from __future__ import annotations

import json

import pytest

from plugins.api.access import may, visible_to
from plugins.api.actors import actor_for
from plugins.api.adapters.routes import Rule, rule_of
from plugins.api.adapters.sockets.hub import HUB
from plugins.api.adapters.sockets.routing import sockets
from tests.contracts.leaks.addresses import ABSENT_ID
from tests.contracts.leaks.listening import cookie_of, listen, said_to
from tests.contracts.leaks.planting import ROLES
from workspace.drafting.frames import Step, sync
from workspace.drafting.room import ROOMS
from workspace.drafting.store import load, text_topic
from workspace.models import Discussion, Draft, Post
from workspace.queries.drafts import remarks_sign
from workspace.queries.notifications import unread_count
from workspace.sockets.topics import draft_topic


def test_every_socket_says_its_rule():
    assert {path: rule_of(socket) for path, socket in sockets().items()} == {
        "live": Rule.DOOR,
        "drafts/<int:pk>": Rule.DOOR,
    }


@pytest.mark.parametrize("role", ROLES)
def test_each_role_follows_what_it_may_read_and_nothing_else(role, garden, monkeypatch):
    if role not in garden.people:
        pytest.skip("programs open no sockets with a token")
    person = garden.people[role]
    actor, cookie = actor_for(person), cookie_of(person)
    numbers = [*Discussion.objects.order_by("pk").values_list("pk", flat=True), ABSENT_ID]

    async def scene():
        said = {pk: await said_to(cookie, json.dumps({"watch": "discussion", "id": pk})) for pk in numbers}
        bell = await said_to(cookie, json.dumps({"watch": "bell"}))
        return said, bell, {pk: HUB.count(f"discussion:{pk}") for pk in numbers}

    said, bell, followed = listen(scene, monkeypatch)
    assert set(followed.values()) == {0}
    assert said[ABSENT_ID] == [{"type": "websocket.close", "code": 4401 if actor.is_anonymous else 4404}]
    for discussion in Discussion.objects.all():
        if may(actor, "see", discussion):
            newest = visible_to(actor, discussion.posts.all()).order_by("-pk").first().pk
            told = {"watching": "discussion", "id": discussion.pk, "newest": newest}
            assert [json.loads(one["text"]) for one in said[discussion.pk]] == [told]
        else:
            assert said[discussion.pk] == said[ABSENT_ID]
    if actor.is_anonymous:
        assert bell == said[ABSENT_ID]
    else:
        assert json.loads(bell[0]["text"]) == {"watching": "bell", "unread": unread_count(actor)}


@pytest.mark.parametrize("role", ROLES)
def test_each_role_opens_the_drafts_that_it_may_read_and_no_others(role, garden, monkeypatch):
    if role not in garden.people:
        pytest.skip("programs open drafts with a ticket of their own")
    person = garden.people[role]
    actor, cookie = actor_for(person), cookie_of(person)
    numbers = [*Draft.objects.order_by("pk").values_list("pk", flat=True), ABSENT_ID]

    async def scene():
        said = {pk: await said_to(cookie, b"\x00\x00\x01\x00", f"/ws/drafts/{pk}") for pk in numbers}
        return said, {pk: (HUB.count(draft_topic(pk)), HUB.count(text_topic(pk)), pk in ROOMS) for pk in numbers}

    said, followed = listen(scene, monkeypatch)
    assert set(followed.values()) == {(0, 0, False)}
    assert said[ABSENT_ID] == [{"type": "websocket.close", "code": 4401 if actor.is_anonymous else 4404}]
    for draft in Draft.objects.all():
        if may(actor, "see", draft):
            assert said[draft.pk] == [{"type": "websocket.send", "bytes": sync(Step.STATE, load(draft.pk)[0].state())}]
        else:
            assert said[draft.pk] == said[ABSENT_ID]


@pytest.mark.parametrize("role", ROLES)
def test_each_role_watches_what_is_said_beside_the_drafts_that_it_may_read(role, garden, monkeypatch):
    if role not in garden.people:
        pytest.skip("programs open no sockets with a token")
    person = garden.people[role]
    actor, cookie = actor_for(person), cookie_of(person)
    numbers = [*Draft.objects.order_by("pk").values_list("pk", flat=True), ABSENT_ID]

    async def scene():
        return {pk: await said_to(cookie, json.dumps({"watch": "draft", "id": pk})) for pk in numbers}

    said = listen(scene, monkeypatch)
    assert said[ABSENT_ID] == [{"type": "websocket.close", "code": 4401 if actor.is_anonymous else 4404}]
    for draft in Draft.objects.all():
        if may(actor, "see", draft):
            told = {"watching": "draft", "id": draft.pk, "newest": remarks_sign(actor, draft.pk)}
            assert [json.loads(one["text"]) for one in said[draft.pk]] == [told]
        else:
            assert said[draft.pk] == said[ABSENT_ID]


def test_the_walk_meets_what_is_hidden_and_what_is_not(garden):
    seen = {
        role: visible_to(actor_for(garden.people[role]), Discussion.objects.all()).count() for role in garden.people
    }
    assert 0 < seen["member"] < Discussion.objects.count() and Post.objects.exists()
    assert seen["applicant"] == seen["guest"] == 0
