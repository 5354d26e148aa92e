"""What people are told about tasks: that somebody gave them one, and that tomorrow is its date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plugins.api.extensions import NotificationKind
from plugins.api.notifying import News
from workspace.facts import TaskDue, TaskGiven
from workspace.models import Task


def task_kind() -> NotificationKind:
    return NotificationKind(
        "workspace.task",
        gettext_lazy("Tasks that you are given, and the day before their date"),
        about=Task,
        facts=(TaskGiven, TaskDue),
        news=task_news,
        sentence=_sentence,
        in_mail=gettext_lazy("A task of yours in a working group"),
        is_personal=True,
    )


def task_news(fact: TaskGiven | TaskDue) -> Iterator[News]:
    """Only the owner is told; of what has another owner by now, is done or is gone, nobody."""
    task = Task.objects.select_related("group").filter(pk=fact.task_id, done_at=None, owner__isnull=False).first()
    if task is None:
        return
    if isinstance(fact, TaskDue):
        yield _about(task, "due", str(task.due), None)
    elif task.owner_id == fact.owner_id:
        yield _about(task, "given", task.given_at.isoformat(), fact.by_id)


def _about(task: Task, what: str, which: str, by: int | None) -> News:
    return News(
        about=task,
        url=task.get_absolute_url(),
        people=frozenset({task.owner_id} if task.owner_id else ()),
        words={"title": task.title, "group": task.group.title, "what": what},
        key=f"task:{what}:{task.pk}:{which}",
        by=by,
        group=task.group_id,
    )


def _sentence(words: Mapping[str, Any]) -> str:
    sentences = {
        "given": _("“%(title)s” is your task in the working group “%(group)s”."),
        "due": _("Tomorrow is the date of your task “%(title)s” in the working group “%(group)s”."),
    }
    return sentences[words["what"]] % words
