"""What tasks in the forum say about a person."""

from __future__ import annotations

from cms.accounts.models import User
from plugins.membership.models import ForumRole
from plugins.membership.personal_data.days import iso


def hand_out(user: User) -> list[dict[str, object]]:
    """Tasks with their dates."""
    return [
        {"task": role.title, "from": iso(role.start), "until": iso(role.end)}
        for role in ForumRole.objects.filter(person=user).order_by("start", "pk")
    ]


def erase(user: User) -> list[str]:
    """They go: without the person nobody needs to know that there was one."""
    ForumRole.objects.filter(person=user).delete()
    return []
