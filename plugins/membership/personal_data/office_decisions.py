"""What the transparency log says about whoever wrote in it."""

from __future__ import annotations

from typing import Any

from cms.accounts.models import User
from plugins.membership.models import OfficeDecision


def hand_out(user: User) -> list[Any]:
    """Decisions that the person noted for the office."""
    return list(OfficeDecision.objects.filter(noted_by=user).order_by("pk").values("kind", "text", "decided_on"))


def erase(user: User) -> list[str]:
    """The decisions are the office's: they stay, without who noted them."""
    OfficeDecision.objects.filter(noted_by=user).update(noted_by=None)
    return []
