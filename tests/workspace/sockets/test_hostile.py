"""Whoever sends nonsense, too much or from elsewhere is sent away with a code that says why. Others notice nothing."""

from __future__ import annotations

import json
from contextlib import ExitStack

import pytest
from websockets.exceptions import ConnectionClosed

from plugins.api.adapters.sockets.socket import MOST_OF_ONE_PERSON
from tests.forum_process import SOON, code_of, hears

pytestmark = pytest.mark.xdist_group("sockets")

TO_ALL = 1
BELL = json.dumps({"watch": "bell"})

NONSENSE = {
    "no JSON": "{",
    "nothing": "",
    "a list": "[]",
    "a word": '"bell"',
    "nested": "[" * 1000,
    "another key": '{"watch": "bell", "id": 1}',
    "unknown": '{"watch": "everything"}',
    "without a number": '{"watch": "discussion"}',
    "yes for a number": '{"watch": "discussion", "id": true}',
    "a broken number": '{"watch": "discussion", "id": 1.5}',
    "a number as text": '{"watch": "discussion", "id": "1"}',
    "below": '{"watch": "discussion", "id": -1}',
    "beyond": '{"watch": "discussion", "id": 9223372036854775808}',
    "bytes": BELL.encode(),
}


@pytest.mark.parametrize("frame", NONSENSE.values(), ids=NONSENSE)
def test_what_nobody_can_read(person, frame):
    with person("member").socket() as socket:
        socket.send(frame)
        assert code_of(socket) == 4400


def test_what_is_too_large(person):
    with person("member").socket() as socket:
        socket.send(json.dumps({"watch": "bell", "why": "x" * 2000}))
        assert code_of(socket) == 4413


def test_what_is_larger_than_the_server_takes_at_all(person):
    """The line is cut before the frame is there as a whole."""
    with person("member").socket() as socket, pytest.raises(ConnectionClosed):
        socket.send("x" * (64 << 20))
        socket.recv(timeout=SOON)


def test_a_flood_is_stopped_and_the_others_go_on_hearing(person):
    with person("coordinator").watching({"watch": "discussion", "id": TO_ALL}) as reader:
        with person("member").socket() as socket:
            for _ in range(200):
                socket.send(BELL)
            assert code_of(socket) == 4529
        person("outsider").say(TO_ALL, "Hört man mich noch?")
        assert hears(reader)["id"] == TO_ALL


def test_watching_thousands_of_things(person):
    """Only what one may see counts; already the first that one may not see ends it."""
    with person("member").socket() as socket:
        for pk in range(1, 5000):
            try:
                socket.send(json.dumps({"watch": "discussion", "id": pk}))
            except ConnectionClosed:
                break
        assert code_of(socket) in (4404, 4529)


def test_more_sockets_than_a_person_has_pages(person):
    with ExitStack() as opened:
        sockets = [opened.enter_context(person("guest").socket()) for _ in range(MOST_OF_ONE_PERSON)]
        for socket in sockets:
            socket.send(BELL)
            assert hears(socket)["watching"] == "bell"
        with person("guest").socket() as one_more:
            assert code_of(one_more) == 4529
        with person("editor").watching({"watch": "bell"}):
            pass
    with person("guest").watching({"watch": "bell"}):
        pass


@pytest.mark.parametrize(
    "origin", ["https://elsewhere.example", "http://localhost:1", "null", "http://127.0.0.1.elsewhere.example"]
)
def test_a_page_of_elsewhere_opens_nothing_with_somebodys_cookie(person, origin):
    with person("member").socket(origin=origin) as socket:
        assert code_of(socket) == 4403


def test_a_name_that_is_not_the_forums(served, person):
    """As a name that points to this machine would bring it (DNS rebinding)."""
    import socket as wire

    host, port = served.host.split(":")
    request = (
        "GET /ws/live/ HTTP/1.1\r\nHost: elsewhere.example\r\nOrigin: http://elsewhere.example\r\n"
        f"Cookie: {person('member').cookie}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    )
    with wire.create_connection((host, int(port)), timeout=10) as line:
        line.sendall(request.encode())
        answer = b""
        while b"\x88" not in answer.partition(b"\r\n\r\n")[2] and (part := line.recv(4096)):
            answer += part
    frame = answer.partition(b"\r\n\r\n")[2]
    assert int.from_bytes(frame[2:4], "big") == 4403


def test_a_program_without_a_page_may_come(person):
    with person("member").socket(origin=None) as socket:
        socket.send(BELL)
        assert hears(socket)["watching"] == "bell"


def test_pages_are_answered_while_many_knock_without_a_session(served, person):
    with ExitStack() as opened:
        for number in range(150):
            opened.enter_context(person("member").socket(cookie=f"sessionid=unbekannt{number}"))
        assert "Diskussionen" in person("member").read("/diskussionen/")
