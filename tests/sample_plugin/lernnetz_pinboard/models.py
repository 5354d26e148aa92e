"""What hangs on the pinboard."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone


class Notice(models.Model):
    """A few lines from one member to all others."""

    title = models.CharField(max_length=120)
    text = models.TextField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="notices")
    entry_id = models.PositiveBigIntegerField(null=True, blank=True)
    """The entry that it is about."""
    pinned_at = models.DateTimeField(default=timezone.now)
    hangs_until = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.title
