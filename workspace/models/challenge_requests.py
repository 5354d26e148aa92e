"""The programme office asks a member to look at a challenge."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from workspace.models.challenges import Challenge


class ChallengeRequest(models.Model):
    """Somebody was asked, because something speaks for it; an answer is a post, and they may say no."""

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="requests")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    declined_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("request to look at a challenge")
        verbose_name_plural = _("requests to look at a challenge")
        ordering = ("pk",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["challenge", "person"], name="asked_once_about_a_challenge")
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"
