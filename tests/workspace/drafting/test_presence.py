"""Who is shown in a draft is who is there, under the name that the server knows."""

from __future__ import annotations

import time

from workspace.drafting.frames import Presence
from workspace.drafting.presence import LARGEST, MOST_OF_ONE, OUTDATED, Presences

ANNA, BEN = "socket of Anna", "socket of Ben"


def test_the_name_is_always_the_server_s():
    room = Presences()
    said = [Presence(1, 1, {"user": {"name": "Ben", "colour": 3}, "cursor": None}), Presence(2, 1, {"user": "Ben"})]
    assert [one.state["user"] for one in room.say(ANNA, "Anna", said)] == [
        {"name": "Anna", "colour": 3},
        {"name": "Anna"},
    ]
    assert {one.state["user"]["name"] for one in room.all()} == {"Anna"}


def test_nobody_speaks_for_another_and_nobody_sends_another_away():
    room = Presences()
    room.say(ANNA, "Anna", [Presence(1, 1, {})])
    assert room.say(BEN, "Ben", [Presence(1, 9, {"cursor": 5}), Presence(1, 10, None)]) == []
    assert [(one.client, one.clock) for one in room.all()] == [(1, 1)]


def test_what_is_older_than_what_is_known_is_passed_over_and_what_is_repeated_is_said_again():
    room = Presences()
    room.say(ANNA, "Anna", [Presence(1, 5, {"cursor": 5})])
    assert room.say(ANNA, "Anna", [Presence(1, 4, {"cursor": 4})]) == []
    assert len(room.say(ANNA, "Anna", [Presence(1, 5, {"cursor": 5})])) == 1


def test_leaving_is_told_with_a_number_that_counts_everywhere():
    room = Presences()
    room.say(ANNA, "Anna", [Presence(1, 5, {}), Presence(2, 7, {})])
    room.say(BEN, "Ben", [Presence(3, 1, {})])
    assert room.leave(ANNA) == [Presence(1, 6, None), Presence(2, 8, None)]
    assert [one.client for one in room.all()] == [3] and room.leave(ANNA) == []


def test_who_says_that_they_leave_is_gone_and_may_come_back():
    room = Presences()
    room.say(ANNA, "Anna", [Presence(1, 1, {})])
    assert room.say(ANNA, "Anna", [Presence(1, 2, None)]) == [Presence(1, 2, None)]
    assert room.all() == []
    assert len(room.say(ANNA, "Anna", [Presence(1, 3, {})])) == 1
    assert room.say(BEN, "Ben", [Presence(9, 1, None)]) == []


def test_one_socket_brings_no_crowd_and_no_novel():
    room = Presences()
    room.say(ANNA, "Anna", [Presence(number, 1, {}) for number in range(100)])
    assert len(room.all()) == MOST_OF_ONE
    assert room.say(BEN, "Ben", [Presence(200, 1, {"cursor": "x" * LARGEST})]) == []


def test_who_is_there_through_another_process_is_shown_until_it_is_silent_for_long(monkeypatch):
    room = Presences()
    elsewhere = Presence(1, 5, {"user": {"name": "Anna"}})
    assert room.hear([elsewhere]) == [elsewhere] and room.here() == []
    room.say(BEN, "Ben", [Presence(2, 1, {})])
    assert [one.client for one in room.all()] == [1, 2]
    assert [one.client for one in room.here()] == [2]
    now = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now + OUTDATED + 1)
    assert [one.client for one in room.all()] == [2]


def test_who_comes_back_through_this_process_is_here_whatever_the_other_says_later():
    room = Presences()
    room.hear([Presence(1, 5, {"user": {"name": "Anna"}})])
    assert len(room.say(ANNA, "Anna", [Presence(1, 6, {})])) == 1
    assert room.hear([Presence(1, 7, None)]) == [] and len(room.here()) == 1
    assert room.hear([Presence(2, 1, None)]) == []
