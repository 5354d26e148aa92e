"""What programs outside are told about an event: search engines, link previews, feeds; public events and no others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils import timezone

from plugins.api.adapters.outside import as_script, shortened
from plugins.api.feeding import FeedItem
from plugins.events.models import Event, EventForm
from plugins.events.queries.events import public_events

SCHEMA = "https://schema.org"
ATTENDANCE = {
    EventForm.IN_PERSON: "OfflineEventAttendanceMode",
    EventForm.VIRTUAL: "OnlineEventAttendanceMode",
    EventForm.HYBRID: "MixedEventAttendanceMode",
}


def told_outside(event: Event) -> dict[str, Any] | None:
    """For templates/termine/event.html; None for what not everybody may know of, of which nothing is told."""
    if not event.is_public:
        return None
    url = settings.WAGTAILADMIN_BASE_URL + event.get_absolute_url()
    return {"url": url, "description": shortened(event.summary), "json_ld": as_script(_as_event(event, url))}


def in_the_feed() -> Iterator[FeedItem]:
    """Public events, the last published first; a change is told by its date."""
    for event in public_events().order_by("-published_at", "-pk"):
        assert event.published_at is not None
        yield FeedItem(
            name=f"/termine/{event.pk}",
            title=event.title,
            url=event.get_absolute_url(),
            published_at=event.published_at,
            updated_at=event.changed_at,
            summary="\n\n".join(filter(None, (event.when, event.place, event.cancel_reason, event.summary))),
            categories=tuple(topic.title for topic in event.topics.all()),
        )


def addresses() -> Iterator[tuple[str, datetime | None]]:
    """For the sitemap."""
    yield "/termine/", None
    for event in public_events().order_by("-starts_at", "-pk"):
        yield event.get_absolute_url(), event.changed_at


def _as_event(event: Event, url: str) -> dict[str, Any]:
    """In the words of schema.org. A room for video is never told: its place is the page, which says who may join."""
    site = f"{settings.WAGTAILADMIN_BASE_URL}/"
    told = {
        "@context": SCHEMA,
        "@type": "Event",
        "@id": url,
        "url": url,
        "name": event.title,
        "description": event.summary,
        "inLanguage": settings.LANGUAGE_CODE,
        "startDate": _local(event.starts_at),
        "endDate": _local(event.ends_at),
        "previousStartDate": _local(event.moved_from) if event.moved_from else None,
        "eventStatus": f"{SCHEMA}/{_status(event)}",
        "eventAttendanceMode": f"{SCHEMA}/{ATTENDANCE[EventForm(event.form)]}",
        "location": _locations(event, url),
        "organizer": {"@type": "Organization", "name": settings.SITE_TITLE, "url": site},
        "maximumAttendeeCapacity": event.capacity,
    }
    return {name: value for name, value in told.items() if value}


def _status(event: Event) -> str:
    if event.is_cancelled:
        return "EventCancelled"
    return "EventRescheduled" if event.moved_from else "EventScheduled"


def _locations(event: Event, url: str) -> Any:
    found: list[dict[str, Any]] = []
    if event.place:
        found.append({"@type": "Place", "name": event.place, "address": event.address or event.place})
    if event.is_virtual:
        found.append({"@type": "VirtualLocation", "url": url})
    return found[0] if len(found) == 1 else found


def _local(moment: datetime) -> str:
    """With the offset of the forum's time zone."""
    return timezone.localtime(moment).isoformat(timespec="seconds")
