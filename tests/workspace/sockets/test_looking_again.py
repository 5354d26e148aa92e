"""Rights that end by the clock, without anything being announced, end a socket at its next look."""

from __future__ import annotations

import asyncio
import json

import pytest
from asgiref.testing import ApplicationCommunicator

from cms.accounts.models import User
from plugins.api.actors import actor_for
from plugins.api.adapters.sockets import pool, socket
from plugins.api.adapters.sockets.hub import HUB
from plugins.api.adapters.sockets.routing import SocketDoor
from tests.contracts.leaks.listening import cookie_of, listen
from tests.factories import end_seat, make_discussion
from workspace.actions.posts import write_post

SECONDS = 0.2


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(socket, "LOOK_EVERY", SECONDS)


@pytest.fixture
def watched(forum, member, outsider):
    return make_discussion(by=outsider)


async def opened(cookie: bytes, *asked: dict) -> ApplicationCommunicator:
    headers = [(b"host", b"localhost"), (b"cookie", cookie)]
    page = ApplicationCommunicator(SocketDoor(), {"type": "websocket", "path": "/ws/live/", "headers": headers})
    await page.send_input({"type": "websocket.connect"})
    await page.receive_output(10)
    for one in asked:
        await page.send_input({"type": "websocket.receive", "text": json.dumps(one)})
        await page.receive_output(10)
    return page


async def left(page: ApplicationCommunicator) -> None:
    await page.send_input({"type": "websocket.disconnect", "code": 1000})
    await page.wait(10)


def test_what_was_missed_is_told_at_the_next_look_and_nothing_is_told_twice(watched, member, outsider, monkeypatch):
    cookie = cookie_of(member)

    async def scene():
        page = await opened(cookie, {"watch": "discussion", "id": watched.pk}, {"watch": "bell"})
        assert await page.receive_nothing(timeout=SECONDS * 3)
        post = await pool.POOL.run(lambda: write_post(watched, "Neu.", actor=actor_for(outsider)))
        said = json.loads((await page.receive_output(10))["text"])
        assert await page.receive_nothing(timeout=SECONDS * 3)
        await left(page)
        return post.pk, said

    newest, said = listen(scene, monkeypatch)
    assert said == {"new": "discussion", "id": watched.pk, "newest": newest}


@pytest.mark.parametrize(
    ("ends", "code"),
    [
        (end_seat, 4403),
        (lambda person: User.objects.filter(pk=person.pk).update(is_active=False), 4401),
        (lambda person: User.objects.filter(pk=person.pk).update(password="ein anderes"), 4401),
    ],
    ids=["the seat has ended", "the account is closed", "another password"],
)
def test_what_ends_in_silence_ends_the_socket_and_leaves_nothing_behind(watched, member, monkeypatch, ends, code):
    cookie = cookie_of(member)

    async def scene():
        page = await opened(cookie, {"watch": "discussion", "id": watched.pk})
        followed = HUB.count(f"discussion:{watched.pk}")
        await pool.POOL.run(lambda: ends(member))
        said = await page.receive_output(10)
        await left(page)
        return followed, said["code"], HUB.count(f"discussion:{watched.pk}"), HUB.count(f"person:{member.pk}")

    assert listen(scene, monkeypatch) == (1, code, 0, 0)


def test_when_too_much_waits_whoever_comes_is_asked_to_come_back(watched, member, monkeypatch):
    monkeypatch.setattr(pool, "MOST_WAITING", 0)
    cookie = cookie_of(member)

    async def scene():
        page = await opened(cookie)
        said = await page.receive_output(10)
        await left(page)
        await asyncio.sleep(0)
        return said["code"]

    assert listen(scene, monkeypatch) == 4503
