"""When a series takes place: at the same time of day in summer and in winter."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any

import recurring_ical_events
from icalendar import Calendar
from icalendar import Event as Component

from plugins.events.calendars.zone import at_wall_clock, local, vtimezone
from plugins.events.models import Event, Recurrence

WEEKS = {Recurrence.WEEKLY: 1, Recurrence.FORTNIGHTLY: 2, Recurrence.FOUR_WEEKLY: 4}
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def rule_of(event: Event) -> dict[str, Any]:
    """The rule of a series, as a calendar reads it."""
    assert event.repeats_until is not None
    until = at_wall_clock(datetime.combine(event.repeats_until, time(23, 59, 59))).astimezone(UTC)
    if event.recurrence != Recurrence.MONTHLY:
        return {"freq": "weekly", "interval": WEEKS[Recurrence(event.recurrence)], "until": until}
    first = local(event.starts_at)
    week = (first.day - 1) // 7 + 1
    # not every month has a fifth Tuesday: the last one is meant
    return {"freq": "monthly", "byday": f"{week if week < 5 else -1}{DAYS[first.weekday()]}", "until": until}


def dates_of(event: Event) -> list[tuple[datetime, datetime]]:
    """From when to when it takes place, date by date, as the rule says; what takes place once has no list."""
    if not event.is_series or event.repeats_until is None:
        return []
    component = Component()
    component.add("uid", event.uid)
    component.add("dtstamp", event.created_at)
    component.add("dtstart", local(event.starts_at))
    component.add("dtend", local(event.ends_at))
    component.add("rrule", rule_of(event))
    calendar = Calendar()
    calendar.add("prodid", "-//dates//DE")
    calendar.add("version", "2.0")
    calendar.add_component(vtimezone())
    calendar.add_component(component)
    last = datetime.combine(event.repeats_until + timedelta(days=1), time.min)
    found = recurring_ical_events.of(calendar).between(local(event.starts_at), at_wall_clock(last))
    return sorted((_moment(one.start), _moment(one.end)) for one in found)


def _moment(value: Any) -> datetime:
    assert isinstance(value, datetime)
    return value.astimezone(UTC)
