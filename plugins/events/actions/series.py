"""The dates of a series are worked out once, when it is planned or changed, and stand in the database."""

from __future__ import annotations

from datetime import datetime

from plugins.events.calendars.recurring import dates_of
from plugins.events.calendars.zone import at_wall_clock, local
from plugins.events.models import Event, Occurrence


def arrange_dates(event: Event, began_at: datetime) -> None:
    """The dates as the rule says now.

    What was moved or cancelled alone stays so where the series still has that date: when all of it moves by an hour or
    to another weekday, so does the date that it is about. `began_at` is when the series began before.
    """
    apart = local(event.starts_at).replace(tzinfo=None) - local(began_at).replace(tzinfo=None)
    singled_out = {
        at_wall_clock(local(date.original_start).replace(tzinfo=None) + apart): date
        for date in event.occurrences.select_related("event")
        if date.is_cancelled or date.starts_at != date.original_start
    }
    event.occurrences.all().delete()
    Occurrence.objects.bulk_create(
        _as_before(event, starts_at, ends_at, singled_out.get(starts_at)) for starts_at, ends_at in dates_of(event)
    )


def _as_before(event: Event, starts_at: datetime, ends_at: datetime, before: Occurrence | None) -> Occurrence:
    date = Occurrence(event=event, original_start=starts_at, starts_at=starts_at, ends_at=ends_at)
    if before is not None and before.cancelled_at is not None:
        date.cancelled_at = before.cancelled_at
    elif before is not None:
        date.starts_at, date.ends_at = before.starts_at, before.ends_at
    return date
