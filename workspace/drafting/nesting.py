"""How deep the values in an update lie inside of each other, found without the CRDT library.

It descends into lists of lists without end, and a few ten thousand of them end the process. Only updates that could
hold so many are looked at. The format is that of Yjs's first update encoding.
"""

from __future__ import annotations

from typing import Final

from workspace.drafting.frames import BrokenBytes, Reader

HARMLESS: Final = 2000
"""Lists and tables of values that may lie inside of each other."""
ARRAY, OBJECT = 117, 118
SIZES: Final = {127: 0, 126: 0, 121: 0, 120: 0, 124: 4, 123: 8, 122: 8}
"""Bytes of the kinds of value that have always the same length."""


def nests_too_deep(update: bytes) -> bool:
    """Raises BrokenBytes where it cannot be read at all."""
    if update.count(ARRAY) + update.count(OBJECT) <= HARMLESS:
        return False
    reader = Reader(update)
    return any(_struct(reader) > HARMLESS for _client in range(reader.number()) for _each in range(_structs(reader)))


def _structs(reader: Reader) -> int:
    """How many of one client follow."""
    count = reader.number()
    _skip_id(reader)
    return count


def _skip_id(reader: Reader) -> None:
    reader.number()
    reader.number()


def _struct(reader: Reader) -> int:
    """Past one of them; how deep its values lie."""
    info = reader.take(1)[0]
    if info & 31 in (0, 10):
        reader.number()
        return 0
    for bit in (128, 64):
        if info & bit:
            _skip_id(reader)
    if not info & 192:
        if reader.number() == 1:
            reader.counted()
        else:
            _skip_id(reader)
        if info & 32:
            reader.counted()
    return _content(reader, info & 31)


def _content(reader: Reader, kind: int) -> int:
    match kind:
        case 1:
            reader.number()
        case 2:
            for _each in range(reader.number()):
                reader.counted()
        case 3 | 4 | 5:
            reader.counted()
        case 6:
            reader.counted()
            reader.counted()
        case 7:
            if reader.number() in (3, 5):
                reader.counted()
        case 8:
            return _values(reader, reader.number())
        case 9:
            reader.counted()
            return _values(reader, 1)
        case _:
            raise BrokenBytes
    return 0


def _values(reader: Reader, count: int) -> int:
    """Past so many values; how deep the deepest lies. It is done once it is too deep."""
    left, deepest = [(count, False)], 1
    while left and deepest <= HARMLESS:
        count, has_keys = left.pop()
        if not count:
            continue
        left.append((count - 1, has_keys))
        if has_keys:
            reader.counted()
        kind = reader.take(1)[0]
        if kind in (ARRAY, OBJECT):
            left.append((reader.number(), kind == OBJECT))
            deepest = max(deepest, len(left))
        elif kind == 125:
            reader.number()
        elif kind in (116, 119):
            reader.counted()
        elif kind in SIZES:
            reader.take(SIZES[kind])
        else:
            raise BrokenBytes
    return deepest
