"""What events plug in. One file per concept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.events.records.events import event_records
from plugins.events.records.invitations import invitation_records
from plugins.events.records.participants import participant_records


def all_records() -> Iterator[Any]:
    yield from invitation_records()
    yield from event_records()
    yield from participant_records()
