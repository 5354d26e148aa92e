"""What members of a group do with its tasks."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Final

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts.models import User
from plugins.api.access import Actor, require
from plugins.api.errors import Invalid, Missing, Refused
from plugins.api.outbox import announce
from workspace.actions.activity import note, note_activity
from workspace.facts import TaskChanged, TaskDue, TaskGiven
from workspace.models import GroupMembership, Task, WorkingGroup
from workspace.policies.files import working_in
from workspace.principals import people_with
from workspace.queries.tasks import owned_tasks, tasks_to_remind_of

LONGEST_TITLE: Final = 200
REMINDING_SINCE: Final = time(7)
"""In the forum's own time; nobody is reminded at night."""


@transaction.atomic
def add_task(
    group: WorkingGroup, *, title: str, actor: Actor, owner: User | None = None, due: date | None = None
) -> Task:
    """Write down what is to be done. Raises Invalid without words, and for an owner who takes no part in the group."""
    require(actor, "see", group)
    decision = working_in(actor, group)
    if not decision:
        raise Refused(str(decision.reason))

    task = Task(group=group, title=_words(title), owner=_member(group, owner), due=due, created_by=actor.user)
    task.save()
    _tell_owner(task, actor)
    return _changed(task, "add_task", actor)


@transaction.atomic
def edit_task(task: Task, *, title: str, owner: User | None, due: date | None, actor: Actor) -> Task:
    """Other words, another owner, another date. Whoever gets it from somebody else is told. Raises Invalid."""
    task = _locked(task)
    require(actor, "edit", task)

    before = task.owner_id
    if owner is None or owner.pk != before:
        task.owner = _member(task.group, owner)
    task.title, task.due = _words(title), due
    if task.owner_id != before and task.owner_id is not None:
        task.given_at = timezone.now()
        _tell_owner(task, actor)
    task.save(update_fields=["title", "owner", "due", "given_at"])
    return _changed(task, "edit_task", actor)


@transaction.atomic
def finish_task(task: Task, *, actor: Actor) -> Task:
    """It is done."""
    task = _locked(task)
    require(actor, "finish", task)

    task.done_at, task.done_by = timezone.now(), actor.user
    task.save(update_fields=["done_at", "done_by"])
    return _changed(task, "finish_task", actor)


@transaction.atomic
def reopen_task(task: Task, *, actor: Actor) -> Task:
    """It is to be done after all."""
    task = _locked(task)
    require(actor, "reopen", task)

    task.done_at = task.done_by = None
    task.save(update_fields=["done_at", "done_by"])
    return _changed(task, "reopen_task", actor)


@transaction.atomic
def remove_task(task: Task, *, actor: Actor) -> None:
    """It was no task. What is done is better marked as done."""
    task = _locked(task)
    require(actor, "remove", task)

    _changed(task, "remove_task", actor)
    task.delete()


@transaction.atomic
def remind_of_tasks(moment: datetime | None = None) -> None:
    """On the day before its date the owner of a task is told, once for each date."""
    now = timezone.localtime(moment)
    if now.time() < REMINDING_SINCE:
        return
    for task in tasks_to_remind_of(now.date() + timedelta(days=1)).select_for_update(of=("self",)):
        task.reminded_of = task.due
        task.save(update_fields=["reminded_of"])
        announce(TaskDue(task.pk))


def let_go_of_tasks(place: GroupMembership) -> None:
    """Whoever leaves a group leaves what is not done to nobody."""
    _let_go(Task.objects.filter(group=place.group_id, owner=place.user_id, done_at=None))


@transaction.atomic
def let_go_of_lost_tasks() -> None:
    """The same where a place ended by itself, because a seat did: nobody leaves there."""
    for group in WorkingGroup.objects.filter(pk__in=owned_tasks().values("group")):
        people = people_with(group.principal)
        if people is not None:
            _let_go(owned_tasks().filter(group=group).exclude(owner__in=people))


def _let_go(tasks: QuerySet[Task]) -> None:
    for task in tasks:
        task.owner = None
        task.save(update_fields=["owner"])
        announce(TaskChanged(group_id=task.group_id, task_id=task.pk))


def _tell_owner(task: Task, actor: Actor) -> None:
    if task.owner_id is not None:
        announce(TaskGiven(task.pk, task.owner_id, actor.user.pk if actor.user else None))


def _changed(task: Task, action: str, actor: Actor) -> Task:
    """The trail has the number: what is to be done is for the group."""
    announce(TaskChanged(group_id=task.group_id, task_id=task.pk))
    note_activity(task.group_id)
    note(task.group, action, actor, task=task.pk)
    return task


def _member(group: WorkingGroup, owner: User | None) -> User | None:
    if owner is None or GroupMembership.objects.in_force().filter(group=group, user=owner).exists():
        return owner
    raise Invalid({"owner": [_("Only whoever takes part in the group can take a task of it.")]})


def _words(title: str) -> str:
    words = " ".join(title.split())
    if not words:
        raise Invalid({"title": [_("Say in a few words what is to be done.")]})
    if len(words) > LONGEST_TITLE:
        raise Invalid(
            {
                "title": [
                    _("At most %(most)d characters; the rest is better said in a discussion.") % {"most": LONGEST_TITLE}
                ]
            }
        )
    return words


def _locked(task: Task) -> Task:
    """As it is stored, kept from others until the transaction ends."""
    found = Task.objects.select_for_update(of=("self",)).select_related("group", "owner").filter(pk=task.pk).first()
    if found is None:
        raise Missing
    return found
