"""What events plug in. One file per concept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.events.records.afterwards import afterwards_records
from plugins.events.records.calendars import calendar_records
from plugins.events.records.events import event_records
from plugins.events.records.guests import guest_records
from plugins.events.records.invitations import invitation_records
from plugins.events.records.leaving import leaving_records
from plugins.events.records.participants import participant_records
from plugins.events.records.places import place_records
from plugins.events.records.polls import poll_records
from plugins.events.records.programme import programme_records
from plugins.events.records.public import public_records
from plugins.events.records.rooms import room_records


def all_records() -> Iterator[Any]:
    yield from invitation_records()
    yield from event_records()
    yield from participant_records()
    yield from poll_records()
    yield from room_records()
    yield from calendar_records()
    yield from place_records()
    yield from programme_records()
    yield from public_records()
    yield from leaving_records()
    yield from guest_records()
    yield from afterwards_records()
