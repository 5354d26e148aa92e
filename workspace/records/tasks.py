"""What tasks of groups plug in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from workspace.actions.tasks import let_go_of_lost_tasks, remind_of_tasks
from workspace.demo import tasks as demo
from workspace.models import Task
from workspace.notification_kinds.tasks import task_kind
from workspace.personal_data import tasks as personal_data
from workspace.policies.tasks import TaskPolicy


def task_records() -> Iterator[Any]:
    yield slots.UrlMount("", "workspace.views.task_urls")
    yield slots.RestMount("groups/", "workspace.rest.task_urls")
    yield slots.PolicyRecord(TaskPolicy())
    yield slots.PersonalData(
        title=_("Tasks"),
        models=(Task,),
        hand_out=personal_data.hand_out,
        erase=personal_data.erase,
        text=_("Tasks in working groups that are yours, that you wrote down or did. The group sees them."),
    )
    yield task_kind()
    yield slots.TaskSchedule("workspace.remind_of_tasks", timedelta(hours=1), remind_of_tasks)
    yield slots.TaskSchedule("workspace.let_go_of_lost_tasks", timedelta(hours=1), let_go_of_lost_tasks)
    yield slots.DemoData(order=85, load=demo.load, needs_members=True)
