"""Who wants to be shown others with common interests, and whom not."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone


class MatchWish(models.Model):
    """A person takes part: is shown others who do, and is shown to them. Without this row nothing is compared."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, primary_key=True, on_delete=models.CASCADE, related_name="match_wish"
    )
    since = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"#{self.pk}"


class MatchRefusal(models.Model):
    """“This does not fit”: the person is not shown this other one again. The other one never learns it."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="match_refusals")
    other = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    refused_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("refused_at", "pk")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["person", "other"], name="one_refusal_per_pair")
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"
