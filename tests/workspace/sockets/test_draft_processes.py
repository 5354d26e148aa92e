"""Two web processes serve one draft: its writers see each other's words and carets, whichever process they came to."""

from __future__ import annotations

import time

import pytest

from tests.forum_process import Person, forum_process
from tests.workspace.sockets.drafting import editing, on_disk

pytestmark = pytest.mark.xdist_group("sockets")


def test_words_and_presence_travel_between_processes(redis_server, demo_world):
    data = demo_world()
    redis = {"REDIS_URL": redis_server.address}
    with forum_process(data, **redis) as first, forum_process(data, **redis) as second:
        with editing(Person(first, "coordinator")) as one:
            one.is_here(41, {"user": {"name": "Wer auch immer", "colour": 2}})
            assert one.hears(lambda: 41 in one.present)
            with editing(Person(second, "member")) as other:
                assert other.hears(lambda: 41 in other.present)  # asked for when the first came in there
                assert other.present[41].state["user"] == one.present[41].state["user"] != {"name": "Wer auch immer"}
                other.is_here(42, {})
                assert one.hears(lambda: 42 in one.present)

                waits = []
                for number in range(10):
                    one.write(f"Von hier, Nummer {number}.")
                    written = time.monotonic()
                    assert other.hears(lambda: other.reads(f"Von hier, Nummer {number}."))  # noqa: B023
                    waits.append(time.monotonic() - written)
                    other.write(f"Von dort, Nummer {number}.")
                    assert one.hears(lambda: one.reads(f"Von dort, Nummer {number}."))  # noqa: B023
                assert sorted(waits)[5] < 1, waits
                assert one.hears(lambda: one.stored == 10) and other.hears(lambda: other.stored == 10)
                assert one.shows() == other.shows() == on_disk(data).as_json()
            assert one.hears(lambda: one.present[42].state is None)  # it left there
        with editing(Person(second, "mentor")) as late:
            assert late.reads("Von hier, Nummer 9.") and late.reads("Von dort, Nummer 9.")
            assert not late.hears(lambda: late.names(), within=0.5)
