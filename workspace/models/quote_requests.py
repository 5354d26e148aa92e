"""Whether something that was said in a challenge may be quoted in an entry."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.models import Quotability
from workspace.models.challenges import Challenge
from workspace.models.discussions import Post


class QuoteRequest(models.Model):
    """Whoever wrote a post is asked with the exact words. Without their answer nothing is quoted."""

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="quote_requests")
    post = models.OneToOneField(Post, on_delete=models.CASCADE, related_name="+")
    words = models.TextField()
    """As they would be quoted, whatever becomes of the post; whoever says no takes them back."""
    answer = models.CharField(max_length=20, choices=Quotability.choices, blank=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("request to quote")
        verbose_name_plural = _("requests to quote")
        ordering: ClassVar[tuple[str, ...]] = ("post_id",)

    def __str__(self) -> str:
        return f"#{self.pk}"

    def get_absolute_url(self) -> str:
        return f"/herausforderungen/zitate/{self.pk}/"
