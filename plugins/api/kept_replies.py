"""How long answers to requests with a key are kept (`plugins.api.adapters.idempotency`)."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.utils import timezone

from plugins.api.models import KeptReply

KEPT_FOR: Final = timedelta(days=1)


def forget_old_replies() -> None:
    """After a day a key means nothing any more."""
    KeptReply.objects.filter(created_at__lt=timezone.now() - KEPT_FOR).delete()
