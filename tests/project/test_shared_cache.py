"""The cache of several processes: shared while Redis is there, each for itself while it is not."""

from __future__ import annotations

import time

import pytest

from cms.project import shared_cache
from cms.project.shared_cache import SharedCache


@pytest.fixture
def two(redis_server, monkeypatch):
    """As two processes have it."""
    monkeypatch.setattr(shared_cache, "PAUSE", 0.05)
    options = {"OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1}}
    return SharedCache(redis_server.address, options), SharedCache(redis_server.address, options)


def test_what_one_keeps_the_other_finds(two):
    one, other = two
    one.set("a", [1, 2], 60)
    assert other.get("a") == [1, 2]
    assert (other.add("a", 3, 60), other.add("b", 1, 60), one.incr("b")) == (False, True, 2)
    assert one.get_many(["a", "b"]) == {"a": [1, 2], "b": 2}


def test_without_redis_counting_goes_on_and_with_it_again_together(two, redis_server, caplog):
    one, other = two
    redis_server.stop()
    assert (one.get("attempts"), one.add("attempts", 1, 60), one.incr("attempts")) == (None, True, 2)
    assert one.get_or_set("built", lambda: "once", 60) == "once"
    assert (one.get("built"), one.has_key("built"), one.delete("built")) == ("once", True, True)
    assert "Redis is away" in caplog.text
    redis_server.start()
    time.sleep(0.1)
    one.set("c", 1, 60)
    assert other.get("c") == 1
