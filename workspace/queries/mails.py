"""When mail about notifications is due. Nothing is remembered: the last 7 o'clock says what a digest holds."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from workspace.models import Notification, Rhythm

HOUR = time(7)
"""Of digests, in the forum's own time."""
MONDAY = 0


def last_daily(now: datetime) -> datetime:
    """The last 7 o'clock that has passed."""
    local = timezone.localtime(now)
    today = timezone.make_aware(datetime.combine(local.date(), HOUR))
    if local >= today:
        return today
    return timezone.make_aware(datetime.combine(local.date() - timedelta(days=1), HOUR))


def last_weekly(now: datetime) -> datetime:
    """The last Monday at 7 that has passed."""
    day = timezone.localtime(last_daily(now)).date()
    monday = day - timedelta(days=(day.weekday() - MONDAY) % 7)
    return timezone.make_aware(datetime.combine(monday, HOUR))


def due(now: datetime | None = None) -> QuerySet[Notification]:
    """Unread, not mailed yet, and their time has come."""
    moment = now or timezone.now()
    waiting = Notification.objects.filter(mailed_at=None, read_at=None)
    return waiting.filter(
        Q(rhythm=Rhythm.NOW)
        | Q(rhythm=Rhythm.DAILY, created_at__lt=last_daily(moment))
        | Q(rhythm=Rhythm.WEEKLY, created_at__lt=last_weekly(moment))
    )


def people_to_write_to(now: datetime | None = None) -> list[int]:
    """Ids of everybody for whom something is due."""
    return sorted(due(now).order_by().values_list("recipient_id", flat=True).distinct())
