"""From which pages a socket may be opened."""

from __future__ import annotations

import pytest

from plugins.api.adapters.sockets.handshake import comes_from_here, session_key_of
from plugins.api.adapters.sockets.pace import Pace


def scope(**headers: str) -> dict:
    return {"headers": [(name.encode(), value.encode()) for name, value in headers.items()]}


@pytest.mark.parametrize(
    ("host", "origin", "is_ours"),
    [
        ("forum.example.org", "https://forum.example.org", True),
        ("forum.example.org:443", "https://forum.example.org", True),
        ("FORUM.example.org", "https://forum.Example.org", True),
        ("forum.example.org", "http://forum.example.org", False),
        ("forum.example.org", "https://forum.example.org:8443", False),
        ("forum.example.org", "https://elsewhere.example", False),
        ("forum.example.org", "https://forum.example.org.elsewhere.example", False),
        ("forum.example.org", "https://name@forum.example.org", False),
        ("forum.example.org", "null", False),
        ("forum.example.org", "https://[", False),
        ("elsewhere.example", "https://elsewhere.example", False),
        ("", "https://forum.example.org", False),
    ],
)
def test_behind_a_name_of_ones_own(settings, host, origin, is_ours):
    settings.ALLOWED_HOSTS, settings.SESSION_COOKIE_SECURE = ["forum.example.org"], True
    assert comes_from_here(scope(host=host, origin=origin)) is is_ours


def test_two_origins_are_none_of_ours(settings):
    settings.ALLOWED_HOSTS = ["forum.example.org"]
    twice = scope(host="forum.example.org")
    twice["headers"] += [(b"origin", b"https://forum.example.org")] * 2
    assert not comes_from_here(twice)


def test_the_session_is_that_of_the_cookie():
    assert session_key_of(scope(cookie="a=b; sessionid=abc; csrftoken=x")) == "abc"
    assert session_key_of(scope()) == ""


def test_what_is_saved_up_may_be_spent_at_once_and_comes_back(monkeypatch):
    now = [100.0]
    monkeypatch.setattr("plugins.api.adapters.sockets.pace.time.monotonic", lambda: now[0])
    pace = Pace(10, 10)
    assert [pace.allows_one_more() for _ in range(12)] == [True] * 10 + [False] * 2
    now[0] += 3
    assert [pace.allows_one_more() for _ in range(4)] == [True] * 3 + [False]
