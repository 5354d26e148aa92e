"""The single dates of an event that repeats itself."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar, Final, Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plugins.events.models.events import Event
from plugins.events.times import when

LONGEST_SERIES: Final = timedelta(days=2 * 366)


class OccurrenceQuerySet(models.QuerySet["Occurrence"]):
    def to_come(self) -> Self:
        """Those that take place and are not over."""
        return self.filter(cancelled_at=None, ends_at__gt=timezone.now()).order_by("starts_at")


class Occurrence(models.Model):
    """One date: when the rule of its event says it is, when it really is, or that it does not take place."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="occurrences")
    original_start = models.DateTimeField(editable=False)
    """By this calendars know the date, wherever it is moved to (RFC 5545, 3.8.4.4)."""
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    cancelled_at = models.DateTimeField(null=True, editable=False)

    objects = OccurrenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("date of an event")
        verbose_name_plural = _("dates of events")
        ordering = ("starts_at", "pk")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["event", "original_start"], name="one_occurrence_per_original_start"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="occurrence_ends_after_it_begins"),
        ]

    def __str__(self) -> str:
        return f"#{self.event_id}: {self.original_start:%Y-%m-%d}"

    @property
    def when(self) -> str:
        """Day and times in words, in the forum's time zone."""
        return when(self.starts_at, self.ends_at)

    @property
    def is_cancelled(self) -> bool:
        return self.cancelled_at is not None

    @property
    def is_moved(self) -> bool:
        """Whether it takes place at another time than the rule says, or for longer."""
        usual = self.event.ends_at - self.event.starts_at
        moved = self.starts_at != self.original_start or self.ends_at - self.starts_at != usual
        return moved and not self.is_cancelled

    @property
    def is_over(self) -> bool:
        return self.ends_at <= timezone.now()
