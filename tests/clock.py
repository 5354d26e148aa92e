"""A clock that tests set: whatever asks Django for the time hears theirs."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

BERLIN = ZoneInfo("Europe/Berlin")


class Clock:
    """`now` is what `timezone.now()` says; set it, or let time pass."""

    def __init__(self, monkeypatch, now: datetime | None = None) -> None:
        self.now = now or timezone.now()
        monkeypatch.setattr(timezone, "now", lambda: self.now)

    def set(self, *moment: int) -> datetime:
        """Year, month, day, hour, minute in Berlin."""
        self.now = datetime(*moment, tzinfo=BERLIN)
        return self.now

    def pass_by(self, **time: float) -> datetime:
        self.now += timedelta(**time)
        return self.now
