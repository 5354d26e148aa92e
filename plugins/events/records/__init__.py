"""What events plug in. One file per concept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.events.records.events import event_records
from plugins.events.records.participants import participant_records
from plugins.events.records.public import public_records


def all_records() -> Iterator[Any]:
    yield from event_records()
    yield from participant_records()
    yield from public_records()
