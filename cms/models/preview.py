"""Previews for front ends elsewhere: one version of one entry, for an hour."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.models.entry import Entry
from cms.models.projection import Layer

PREVIEW_LASTS = timedelta(hours=1)


def an_hour_from_now() -> Any:
    return timezone.now() + PREVIEW_LASTS


class PreviewLink(models.Model):
    """Whoever knows its token reads one version as readers of a layer would, until it ends. Only the hash is kept."""

    token_hash = models.CharField(max_length=64, unique=True)
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="preview_links")
    layer = models.CharField(max_length=8, choices=Layer.choices)
    content = models.JSONField(encoder=DjangoJSONEncoder)
    """The version as it was when the link was made."""
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("person"), on_delete=models.CASCADE, related_name="+"
    )
    ends_at = models.DateTimeField(default=an_hour_from_now, db_index=True)

    def __str__(self) -> str:
        return f"{self.entry_id} ({self.layer})"
