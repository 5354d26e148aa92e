"""Calendars read by two libraries that know nothing of each other: icalendar, and ical.js of Thunderbird."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import recurring_ical_events
from django.db import connection
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from tests.node import run_module

MODULE = Path(__file__).with_name("reading.mjs")
BEGINNING, END = datetime(2020, 1, 1, tzinfo=UTC), datetime(2045, 1, 1, tzinfo=UTC)
Dates = list[tuple[datetime, datetime]]


@dataclass(frozen=True)
class Read:
    """One component, as a program for calendars understands it."""

    method: str | None
    uid: str
    sequence: int
    status: str
    summary: str
    description: str
    location: str
    url: str
    stamp: datetime
    zone: str
    starts: datetime
    ends: datetime
    recurrence_id: datetime | None
    repeats: bool
    attendees: list[str]


def read_by_icalendar(text: bytes) -> list[Read]:
    calendar = Calendar.from_ical(text)
    return [_component(one, calendar.get("METHOD")) for one in calendar.walk("VEVENT")]


def _component(one: Any, method: Any) -> Read:
    attendees = one.get("ATTENDEE", [])
    return Read(
        method=str(method) if method else None,
        uid=str(one["UID"]),
        sequence=int(one["SEQUENCE"]),
        status=str(one["STATUS"]),
        summary=str(one["SUMMARY"]),
        description=str(one["DESCRIPTION"]),
        location=str(one["LOCATION"]),
        url=str(one["URL"]),
        stamp=one["DTSTAMP"].dt.astimezone(UTC),
        zone=str(one["DTSTART"].params["TZID"]),
        starts=one["DTSTART"].dt.astimezone(UTC),
        ends=one["DTEND"].dt.astimezone(UTC),
        recurrence_id=one["RECURRENCE-ID"].dt.astimezone(UTC) if "RECURRENCE-ID" in one else None,
        repeats="RRULE" in one,
        attendees=[str(value) for value in (attendees if isinstance(attendees, list) else [attendees])],
    )


def read_by_js(node: str, text: bytes) -> list[Read]:
    (found,) = run_module(node, MODULE, [text.decode()])
    return [
        Read(
            **{
                **{name: value for name, value in one.items() if name != "rule"},
                "method": found["method"],
                "repeats": one["rule"] is not None,
                **{name: _moment(one[name]) for name in ("stamp", "starts", "ends", "recurrence_id")},
            }
        )
        for one in found["components"]
    ]


def both(node: str, text: bytes) -> list[Read]:
    """What both libraries agree on."""
    one, other = read_by_icalendar(text), read_by_js(node, text)
    assert one == other
    return one


def dates_in(node: str, text: bytes) -> Dates:
    """When the events of a calendar take place; both libraries agree."""
    dates = dates_by_icalendar(text)
    assert dates == dates_by_js(node, [text])[0]
    return dates


def dates_by_icalendar(text: bytes) -> Dates:
    found = recurring_ical_events.of(Calendar.from_ical(text)).between(BEGINNING, END)
    standing = [one for one in found if one.get("STATUS") != "CANCELLED"]
    return sorted((one.start.astimezone(UTC), one.end.astimezone(UTC)) for one in standing)


def dates_by_js(node: str, texts: list[bytes]) -> list[Dates]:
    found = run_module(node, MODULE, [text.decode() for text in texts])
    return [sorted((_moment(begins), _moment(ends)) for begins, ends in one["dates"]) for one in found]


def queries(client: Any, path: str) -> int:
    """How often the database is asked for a page."""
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


def _moment(text: str | None) -> Any:
    return datetime.fromisoformat(text) if text else None
