"""What the pinboard knows of a person."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from lernnetz_pinboard.models import Notice


def hand_out(user: Any) -> object:
    return list(Notice.objects.filter(author=user).values("title", "text"))


def erase(user: Any) -> list[str]:
    count = Notice.objects.filter(author=user).update(author=None)
    return [_("%(count)d notices stay without a name.") % {"count": count}] if count else []
