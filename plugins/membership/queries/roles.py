"""What people do in the forum, and did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from plugins.api.access import Actor, visible_to
from plugins.membership.models import ForumRole


@dataclass(frozen=True)
class Task:
    """A task in the forum; `until` is its last day, None while no end is planned."""

    title: str
    since: date
    until: date | None
    is_over: bool


def tasks_of(actor: Actor, person_id: int) -> list[Task]:
    """Those that have begun, as far as the actor sees them; what still holds first, the newest first."""
    today = timezone.localdate()
    begun = visible_to(actor, ForumRole.objects.filter(person=person_id, start__lte=today)).order_by("-start", "pk")
    tasks = [Task(role.title, role.start, role.end, role.end is not None and role.end < today) for role in begun]
    return sorted(tasks, key=lambda task: task.is_over)
