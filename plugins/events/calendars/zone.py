"""The time zone of the forum, as calendars get it told."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from icalendar import Timezone

NAME: Final = "Europe/Berlin"
BERLIN: Final = ZoneInfo(NAME)
VTIMEZONE: Final = """BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""
"""With rules in place of a list of dates, so that it holds however far ahead somebody plans."""


def vtimezone() -> Timezone:
    return Timezone.from_ical(VTIMEZONE)  # type: ignore[return-value]


def local(moment: datetime) -> datetime:
    """The same moment on a clock in Germany, to the second: calendars know nothing smaller."""
    return moment.astimezone(BERLIN).replace(microsecond=0)


def at_wall_clock(moment: datetime) -> datetime:
    """This reading of a clock in Germany, on that day's offset."""
    return moment.replace(tzinfo=BERLIN)
