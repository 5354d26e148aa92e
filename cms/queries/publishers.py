"""Who has published or released something, as the audit trail knows it."""

from __future__ import annotations

from wagtail.models import PageLogEntry


def who_published(entry_id: int) -> int | None:
    """Id of the user who published the entry last; None for imports and what the clock did."""
    return _who_did("wagtail.publish", entry_id)


def who_released(entry_id: int) -> int | None:
    """Id of the user who released the entry last; None for imports."""
    return _who_did("cms.release", entry_id)


def _who_did(action: str, entry_id: int) -> int | None:
    deeds = PageLogEntry.objects.filter(page=entry_id, action=action)
    return deeds.order_by("-timestamp", "-pk").values_list("user_id", flat=True).first()
