"""Tasks as members of a group find them, and as one person has them."""

from __future__ import annotations

from datetime import date

from django.db.models import F, QuerySet

from cms.accounts.models import User
from plugins.api.access import Actor, visible_to
from plugins.api.actors import actor_for
from plugins.api.errors import Missing
from workspace.models import GroupState, Task, WorkingGroup


def tasks_of(actor: Actor, group: WorkingGroup) -> QuerySet[Task]:
    """Those that the actor reads: what is to be done by date, what has none, and last what is done."""
    rows = visible_to(actor, Task.objects.filter(group=group)).select_related("owner", "done_by")
    return rows.order_by(F("done_at").desc(nulls_first=True), F("due").asc(nulls_last=True), "pk")


def task_in(actor: Actor, group: WorkingGroup, pk: int) -> Task:
    """One of them. Raises Missing where the actor does not read it."""
    found = tasks_of(actor, group).filter(pk=pk).first()
    if found is None:
        raise Missing
    found.group = group
    return found


def owners_in(group: WorkingGroup) -> dict[int, User]:
    """Who can take a task: whoever takes part in the group now."""
    return {place.user_id: place.user for place in group.places()}


def open_tasks_of(person: User) -> QuerySet[Task]:
    """What this person has to do in all groups that they still belong to, the next date first; each with its group."""
    rows = visible_to(actor_for(person), Task.objects.filter(owner=person, done_at=None))
    rows = rows.exclude(group__state=GroupState.CLOSED).select_related("group")
    return rows.order_by(F("due").asc(nulls_last=True), "pk")


def owned_tasks() -> QuerySet[Task]:
    """Not done and somebody's, in groups that are not closed."""
    return Task.objects.filter(done_at=None, owner__isnull=False).exclude(group__state=GroupState.CLOSED)


def tasks_to_remind_of(day: date) -> QuerySet[Task]:
    """Those of this date whose owner was not reminded of it yet."""
    return owned_tasks().filter(due=day).exclude(reminded_of=day)
