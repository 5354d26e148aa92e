"""Looking up notices."""

from __future__ import annotations

from django.db.models import QuerySet

from lernnetz_pinboard.models import Notice
from plugins.api.access import Actor, visible_to


def notices_for(actor: Actor) -> QuerySet[Notice]:
    """What this actor reads, newest first."""
    return visible_to(actor, Notice.objects.order_by("-pk"))
