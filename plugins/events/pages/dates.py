"""What the page of an event says of calendars: its next dates, and the way into one's own calendar."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest
from django.template.loader import render_to_string

from plugins.events.models import Event
from plugins.events.queries.calendars import dates_of_series

NEXT: Final = 6


def next_dates(request: HttpRequest, event: Event) -> str:
    """How often a series takes place, and when next."""
    if not event.is_series or event.is_cancelled:
        return ""
    context = {"event": event, "dates": dates_of_series(event, NEXT)}
    return render_to_string("termine/next_dates.html", context, request)


def in_calendar(request: HttpRequest, event: Event) -> str:
    """The file, as long as there is something to come."""
    if not event.is_published or event.is_cancelled or event.is_over:
        return ""
    return render_to_string("termine/in_calendar.html", {"event": event}, request)
