"""What offers and requests of help say about whoever wrote them."""

from __future__ import annotations

from typing import Any

from cms.accounts.models import User
from plugins.membership.models import HelpNotice


def hand_out(user: User) -> list[Any]:
    """All that the person wrote, also what is over."""
    own = HelpNotice.objects.filter(author=user).order_by("pk")
    return list(own.values("kind", "title", "text", "until", "county__name", "written_at", "ended_at"))


def erase(user: User) -> list[str]:
    """They go: nobody could answer them any more."""
    HelpNotice.objects.filter(author=user).delete()
    return []
