"""Consultations as members find them: what they are asked, what was said, and what is still without an answer."""

from __future__ import annotations

from workspace.models import Contribution, Draft


def unanswered(draft: Draft) -> int:
    """Contributions of ended consultations about this draft that the group has not answered; nothing is published
    while there are any."""
    rows = Contribution.objects.filter(consultation__draft=draft, consultation__ended_at__isnull=False, outcome="")
    return rows.count()
