"""What tasks say about a person. A task is the group's; whoever goes leaves it to nobody."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cms.accounts.models import User
from workspace.models import Task


def hand_out(user: User) -> dict[str, object]:
    """What the person has to do, wrote down, and has done."""
    said = ("group__title", "title", "due", "done_at")
    return {
        "own": list(Task.objects.filter(owner=user).order_by("pk").values(*said)),
        "written_down": list(Task.objects.filter(created_by=user).order_by("pk").values(*said, "created_at")),
        "done": list(Task.objects.filter(done_by=user).order_by("pk").values(*said)),
    }


def erase(user: User) -> list[str]:
    """Nobody does what the person had to do; who did it and who wrote it down points to the empty account."""
    Task.objects.filter(owner=user).update(owner=None)
    if not Task.objects.filter(created_by=user).exists():
        return []
    return [_("Tasks of working groups stay with the group, without a name.")]
