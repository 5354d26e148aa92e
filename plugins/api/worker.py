"""The worker: hears facts and runs scheduled tasks, as a thread of the web process or as a process of its own."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from django.db import close_old_connections, connection
from django.utils import timezone

from plugins.api.extensions import TaskSchedule
from plugins.api.models import ScheduledRun
from plugins.api.outbox import dispatch_pending, something_at_once, something_to_do
from plugins.api.registry import registry
from plugins.api.troubles import note

logger = logging.getLogger(__name__)

LOOK_EVERY = 0.3
"""Seconds between two looks for what other processes have announced."""
LOOK_FOR_LONG_WORK_EVERY = 1.0
PATIENCE = 3.0
"""Seconds that the end waits for work that takes long; it is done again after the next start."""


def run(stop: threading.Event) -> None:
    """Work until `stop` is set. A failure is logged and the work goes on.

    What takes long has a thread of its own, and so has what is to be heard at once.
    """
    beside = [
        threading.Thread(target=_do_long_work, args=(stop,), name="long work", daemon=True),
        threading.Thread(target=_tell_at_once, args=(stop,), name="at once", daemon=True),
    ]
    for thread in beside:
        thread.start()
    try:
        while not stop.is_set():
            something_to_do.clear()
            _survive(_work_once)
            something_to_do.wait(LOOK_EVERY)
    finally:
        connection.close()
        for thread in beside:
            thread.join(PATIENCE)


def _do_long_work(stop: threading.Event) -> None:
    try:
        while not stop.wait(LOOK_FOR_LONG_WORK_EVERY):
            _survive(lambda: dispatch_pending(takes_long=True))
    finally:
        connection.close()


def _tell_at_once(stop: threading.Event) -> None:
    try:
        while not stop.is_set():
            something_at_once.clear()
            _survive(lambda: dispatch_pending(at_once=True))
            something_at_once.wait(LOOK_EVERY)
    finally:
        connection.close()


def _work_once() -> None:
    dispatch_pending(takes_long=False, at_once=False)
    run_due_tasks()


def _survive(work: Callable[[], object]) -> None:
    try:
        work()
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
            except Exception as error:
                logger.exception("Scheduled task %s failed", task.name)
                note(task, error)
