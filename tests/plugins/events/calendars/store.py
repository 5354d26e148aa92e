"""A calendar that does with mails what RFC 5546 says: the part of Outlook, Thunderbird and Apple in the stories."""

from __future__ import annotations

from datetime import datetime
from email import message_from_bytes, policy
from typing import Any

from icalendar import Calendar, Component
from icalendar import Event as Vevent

from plugins.events.calendars.zone import vtimezone

Key = tuple[str, datetime | None]


def calendar_in(mail: Any) -> bytes | None:
    """The part of a mail that a calendar reads, as it arrives; a file says the same."""
    message = message_from_bytes(mail.message().as_bytes(), policy=policy.SMTP)
    parts = [part for part in message.walk() if part.get_content_type() == "text/calendar"]
    files = [part for part in message.iter_attachments() if part.get_filename() == "termin.ics"]
    if not parts:
        assert not files
        return None
    (part,), (file,) = parts, files
    text = part.get_content().replace("\r\n", "\n")
    assert text == file.get_content().decode().replace("\r\n", "\n")
    method = str(Calendar.from_ical(text)["METHOD"])
    assert (part.get_param("method"), part.get_content_charset()) == (method, "utf-8")
    return text.encode()


class CalendarStore:
    """`forgets` says what becomes of single dates when the whole series comes anew: some programs forget those that
    are not named in it, some keep them.
    """

    def __init__(self, *, forgets: bool) -> None:
        self.forgets = forgets
        self.entries: dict[Key, Component] = {}

    def receive(self, mails: list[Any]) -> None:
        for text in filter(None, map(calendar_in, mails)):
            calendar = Calendar.from_ical(text)
            for vevent in calendar.walk("VEVENT"):
                self._take(str(calendar["METHOD"]), vevent)

    def as_calendar(self) -> bytes:
        calendar = Calendar()
        calendar.add("prodid", "-//store//")
        calendar.add("version", "2.0")
        calendar.add_component(vtimezone())
        for vevent in self.entries.values():
            calendar.add_component(vevent)
        return calendar.to_ical()

    def _take(self, method: str, vevent: Vevent) -> None:
        key = (str(vevent["UID"]), vevent["RECURRENCE-ID"].dt if "RECURRENCE-ID" in vevent else None)
        if key in self.entries and _age(vevent) < _age(self.entries[key]):
            return
        if method == "CANCEL":
            assert vevent["STATUS"] == "CANCELLED"
            self._drop(lambda uid, _date: uid == key[0])
            return
        assert method == "REQUEST" and vevent["STATUS"] == "CONFIRMED"
        if key[1] is None:
            off = _moments(vevent.get("EXDATE", []))
            self._drop(lambda uid, date: uid == key[0] and date is not None and (self.forgets or date in off))
        self.entries[key] = vevent

    def _drop(self, which: Any) -> None:
        self.entries = {key: vevent for key, vevent in self.entries.items() if not which(*key)}


def _age(vevent: Vevent) -> tuple[int, datetime]:
    """What decides which of two is newer (RFC 5546, 2.1.5)."""
    return int(vevent["SEQUENCE"]), vevent["DTSTAMP"].dt


def _moments(given: Any) -> set[datetime]:
    lists = given if isinstance(given, list) else [given]
    return {value.dt for one in lists for value in one.dts}
