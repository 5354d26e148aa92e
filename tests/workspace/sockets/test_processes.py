"""Several web processes: with Redis they hear of each other, and when it goes, pages go on."""

from __future__ import annotations

import time

import pytest

from tests.forum_process import Person, code_of, forum_process, hears

pytestmark = pytest.mark.xdist_group("sockets")

TO_ALL = 1
DISCUSSION = {"watch": "discussion", "id": TO_ALL}


def test_a_post_in_one_process_is_heard_in_the_other_and_without_redis_pages_go_on(redis_server, demo_world):
    data = demo_world()
    redis = {"REDIS_URL": redis_server.address}
    with forum_process(data, **redis) as one, forum_process(data, **redis) as other:
        speaker, reader = Person(one, "outsider"), Person(other, "member")
        waits = []
        with reader.watching(DISCUSSION) as socket:
            for number in range(5):
                speaker.say(TO_ALL, f"Aus einem anderen Prozess, Nummer {number}.")
                said = time.monotonic()
                assert hears(socket)["id"] == TO_ALL
                waits.append(time.monotonic() - said)
            assert sorted(waits)[2] < 1, waits
            assert one.get("/readyz") == (200, {"ready": True, "problems": {}, "notices": {}})

            redis_server.stop()
            assert code_of(socket, within=40) == 4503
        status, said = one.get("/readyz")
        assert (status, set(said["problems"])) == (503, {"channel layer"})
        with reader.socket() as refused:
            assert code_of(refused) == 4503
        latecomer = Person(other, "coordinator")  # signing in counts attempts in the cache
        latecomer.say(TO_ALL, "Ohne Redis geht es auch.")
        assert "Ohne Redis geht es auch." in speaker.read("/diskussionen/1/")

        redis_server.start()
        deadline = time.monotonic() + 30
        while {forum.get("/readyz")[0] for forum in (one, other)} != {200} and time.monotonic() < deadline:
            time.sleep(0.2)
        while time.monotonic() < deadline:
            with reader.socket() as again:
                if code_of(again, within=1) is None:
                    break
        with reader.watching(DISCUSSION) as socket:
            speaker.say(TO_ALL, "Und wieder mit.")
            assert hears(socket)["id"] == TO_ALL


def test_a_server_that_ends_sends_its_sockets_away_and_ends_in_seconds(demo_world):
    with forum_process(demo_world()) as forum:
        with Person(forum, "member").watching(DISCUSSION) as socket:
            started = time.monotonic()
            forum.stop()
            assert time.monotonic() - started < 8
            assert code_of(socket) == 1012
        assert "Traceback" not in forum.said
