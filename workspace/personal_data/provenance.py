"""What is kept about who merged and split drafts. That it happened stays, because recommendations rest on it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cms.accounts.models import User
from workspace.models import DraftOrigin


def hand_out(user: User) -> dict[str, object]:
    rows = DraftOrigin.objects.filter(by=user).order_by("pk")
    return {"merged_and_split": list(rows.values("draft__title", "source__title", "kind", "at"))}


def erase(user: User) -> list[str]:
    if not DraftOrigin.objects.filter(by=user).exists():
        return []
    return [_("That drafts were merged or split stays with its date, without a name.")]
