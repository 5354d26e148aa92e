"""The worker: hears facts and runs scheduled tasks, as a thread of the web process or as a process of its own."""

from __future__ import annotations

import logging
import threading

from django.db import close_old_connections, connection
from django.utils import timezone

from plugins.api.extensions import TaskSchedule
from plugins.api.models import ScheduledRun
from plugins.api.outbox import dispatch_pending, something_to_do
from plugins.api.registry import registry

logger = logging.getLogger(__name__)

LOOK_EVERY = 0.3
"""Seconds between two looks for what other processes have announced."""


def run(stop: threading.Event) -> None:
    """Work until `stop` is set. A failure is logged and the work goes on."""
    try:
        while not stop.is_set():
            something_to_do.clear()
            _work_once()
            something_to_do.wait(LOOK_EVERY)
    finally:
        connection.close()


def _work_once() -> None:
    try:
        dispatch_pending()
        run_due_tasks()
    except Exception:
        logger.exception("The worker failed and goes on")
        close_old_connections()


def run_due_tasks() -> None:
    """Run every scheduled task whose time has come and that no other worker has claimed."""
    due_times = dict(ScheduledRun.objects.values_list("name", "due_at"))
    now = timezone.now()
    for task in registry.records(TaskSchedule):
        if due_times.get(task.name, now) <= now and ScheduledRun.claim(task.name, task.every):
            try:
                task.run()
            except Exception:
                logger.exception("Scheduled task %s failed", task.name)
