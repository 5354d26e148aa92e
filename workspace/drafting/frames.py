"""The frames of the y-protocols (https://github.com/yjs/y-protocols, PROTOCOL.md), read strictly and written.

A frame is a number of unsigned LEB128 for its kind, for sync another one for the step, and bytes with their length.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Final

SYNC: Final = 0
AWARENESS: Final = 1
ASK_AWARENESS: Final = 3
STORED: Final = 9
"""Ours: how many updates of this socket are on disk by now."""


class Step(IntEnum):
    """Of the sync protocol."""

    STATE = 0
    """What the sender knows; the answer is what it lacks."""
    MISSING = 1
    UPDATE = 2


class BrokenBytes(Exception):
    """A frame that is none."""


@dataclass(frozen=True)
class Presence:
    """Where one editor is: its number, a counter, and what it says (nothing: it has gone)."""

    client: int
    clock: int
    state: dict[str, Any] | None


class Reader:
    """Reads numbers and bytes one after the other. Raises BrokenBytes where they are not there."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def number(self) -> int:
        found = shift = 0
        while True:
            if self.at >= len(self.data) or shift > 56:
                raise BrokenBytes
            byte = self.data[self.at]
            self.at += 1
            found |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return found

    def counted(self) -> bytes:
        """Bytes with their length before them."""
        return self.take(self.number())

    def take(self, length: int) -> bytes:
        if self.at + length > len(self.data):
            raise BrokenBytes
        self.at += length
        return self.data[self.at - length : self.at]

    def end(self) -> None:
        if self.at != len(self.data):
            raise BrokenBytes


def number(value: int) -> bytes:
    found = bytearray()
    while value > 127:
        found.append(128 | (value & 127))
        value >>= 7
    found.append(value)
    return bytes(found)


def with_length(data: bytes) -> bytes:
    return number(len(data)) + data


def sync(step: Step, payload: bytes) -> bytes:
    return bytes((SYNC, step)) + with_length(payload)


def stored(count: int) -> bytes:
    return bytes((STORED,)) + number(count)


def read_sync(reader: Reader) -> tuple[Step, bytes]:
    """The rest of a frame whose kind has been read. Raises BrokenBytes."""
    try:
        step = Step(reader.number())
    except ValueError as error:
        raise BrokenBytes from error
    payload = reader.counted()
    reader.end()
    return step, payload


def read_awareness(reader: Reader) -> list[Presence]:
    """The same for who is there. Raises BrokenBytes."""
    inner = Reader(reader.counted())
    reader.end()
    found = []
    for _each in range(inner.number()):
        client, clock, text = inner.number(), inner.number(), inner.counted()
        try:
            state = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise BrokenBytes from error
        if state is not None and not isinstance(state, dict):
            raise BrokenBytes
        found.append(Presence(client, clock, state))
    inner.end()
    return found


def awareness(present: Iterable[Presence]) -> bytes:
    entries = [
        number(one.client)
        + number(one.clock)
        + with_length(json.dumps(one.state, ensure_ascii=False, separators=(",", ":")).encode())
        for one in present
    ]
    return bytes((AWARENESS,)) + with_length(number(len(entries)) + b"".join(entries))
