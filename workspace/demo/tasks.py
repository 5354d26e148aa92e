"""Tasks of the demo world's working group: with and without an owner, one of them done."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from cms.accounts.models import User
from plugins.api.actors import actor_for
from workspace.actions.tasks import add_task, finish_task
from workspace.demo.discussions import GROUP
from workspace.models import Task, WorkingGroup

TASKS = (
    ("Beim Jobcenter nach dem Anteil für die Begleitung fragen", "member", 6),
    ("Abschnitt 3 der Empfehlung entwerfen", "coordinator", 13),
    ("Einen Termin mit dem Haus- und Grundbesitzerverein suchen", None, None),
)
DONE = "Protokoll der vierten Sitzung verschicken"


@transaction.atomic
def load() -> None:
    """Once, while the group has no tasks."""
    group = WorkingGroup.objects.filter(title=GROUP).first()
    if group is None or Task.objects.filter(group=group).exists():
        return
    people = {name: User.objects.filter(email=f"{name}@demo.example").first() for name in ("coordinator", "member")}
    lead = actor_for(people["coordinator"])
    if not lead.has(group.principal) or not actor_for(people["member"]).has(group.principal):
        return
    today = timezone.localdate()
    for title, owner, days in TASKS:
        due = today + timedelta(days=days) if days else None
        add_task(group, title=title, owner=people[owner] if owner else None, due=due, actor=lead)
    finish_task(add_task(group, title=DONE, owner=people["coordinator"], actor=lead), actor=lead)
