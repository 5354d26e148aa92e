"""Frames are read strictly: nonsense is refused, whatever it looks like, and what is written comes back."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace.drafting import frames
from workspace.drafting.frames import BrokenBytes, Presence, Reader, Step

STATES = st.none() | st.dictionaries(st.text(max_size=5), st.text(max_size=5) | st.integers(-9, 9), max_size=3)


@given(st.integers(0, 2**53), st.integers(0, 2**53))
def test_numbers_come_back(one, other):
    reader = Reader(frames.number(one) + frames.number(other))
    assert (reader.number(), reader.number()) == (one, other)
    reader.end()


@given(st.sampled_from(Step), st.binary(max_size=300))
def test_steps_come_back(step, payload):
    reader = Reader(frames.sync(step, payload))
    assert reader.number() == frames.SYNC
    assert frames.read_sync(reader) == (step, payload)


@given(st.lists(st.builds(Presence, st.integers(0, 2**53), st.integers(0, 2**40), STATES), max_size=4))
def test_who_is_there_comes_back(present):
    reader = Reader(frames.awareness(present))
    assert reader.number() == frames.AWARENESS
    assert frames.read_awareness(reader) == present


def test_it_is_what_the_javascript_packages_write():
    """As y-protocols 1.0.7 encodes them."""
    assert frames.sync(Step.UPDATE, b"\x01\x02") == bytes([0, 2, 2, 1, 2])
    assert frames.awareness([Presence(300, 2, {"a": "ä"})]) == bytes([1, 15, 1, 0xAC, 2, 2, 10]) + '{"a":"ä"}'.encode()
    assert frames.stored(300) == bytes([9, 0xAC, 2])


BROKEN_SYNC = {
    "nothing": b"",
    "no payload": b"\x02",
    "an unknown step": b"\x03\x00",
    "shorter than it says": b"\x02\x05ab",
    "more than it says": b"\x02\x01abc",
    "a length without end": b"\x02" + b"\xff" * 20,
}
BROKEN_AWARENESS = {
    "nothing": b"",
    "fewer than it says": frames.with_length(b"\x02\x01\x01\x04null"),
    "more than it says": frames.with_length(b"\x00\x01"),
    "no JSON": frames.with_length(b"\x01\x01\x01\x02{]"),
    "a list": frames.with_length(b"\x01\x01\x01\x02[]"),
    "nested": frames.with_length(b"\x01\x01\x01" + frames.with_length(b"[" * 100_000)),
    "no text": frames.with_length(b"\x01\x01\x01\x02\xff\xff"),
    "millions of people": frames.with_length(frames.number(2**40)),
}


@pytest.mark.parametrize("frame", BROKEN_SYNC.values(), ids=BROKEN_SYNC)
def test_a_step_that_nobody_can_read(frame):
    with pytest.raises(BrokenBytes):
        frames.read_sync(Reader(frame))


@pytest.mark.parametrize("frame", BROKEN_AWARENESS.values(), ids=BROKEN_AWARENESS)
def test_a_presence_that_nobody_can_read(frame):
    with pytest.raises(BrokenBytes):
        frames.read_awareness(Reader(frame))


@given(st.binary(max_size=60))
def test_no_bytes_raise_anything_else(frame):
    for read in (frames.read_sync, frames.read_awareness):
        with suppress(BrokenBytes):
            read(Reader(frame))


def test_words_stay_words():
    frame = frames.awareness([Presence(1, 1, {"user": {"name": "Zoë </script>"}})])
    assert json.loads(frame[frame.index(b"{") :])["user"]["name"] == "Zoë </script>"
