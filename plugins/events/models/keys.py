"""Links in mails, by which somebody answers without signing in."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plugins.events.models.participants import Participant


class ParticipantKey(models.Model):
    """One link to one person's line of one event. Each mail has its own, and the ones before go on working."""

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="keys")
    token_hash = models.CharField(max_length=64, unique=True)
    """Of the secret in the link, by which one answers, and can do nothing else."""
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("link to one’s own place")
        verbose_name_plural = _("links to one’s own place")
        ordering = ("created_at", "pk")

    def __str__(self) -> str:
        return f"#{self.pk}"
