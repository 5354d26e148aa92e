"""Tasks that hold, are over, and have not begun."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from cms.accounts.models import User
from plugins.membership.models import ForumRole

MODELS = (ForumRole,)


def add(people: dict[str, User | None]) -> None:
    today = timezone.localdate()
    for name in ("member", "outsider", "guest"):
        for start, end in ((-20, None), (-20, -1), (5, None)):
            ends = None if end is None else today + timedelta(days=end)
            ForumRole.objects.create(
                person=people[name], title="Sprecherin", start=today + timedelta(days=start), end=ends
            )
