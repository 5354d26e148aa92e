"""Scheduled tasks run when they are due, once, whoever else is looking; the worker survives what goes wrong."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.utils import timezone

from plugins.api import worker
from plugins.api.extensions import FactListener, TaskSchedule
from plugins.api.facts import Fact
from plugins.api.models import ScheduledRun
from plugins.api.outbox import announce
from plugins.api.worker import run_due_tasks

HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class LampLit(Fact):
    number: int


@pytest.mark.django_db
def test_a_task_runs_at_once_and_then_every_so_often(plugged_in):
    runs = []
    plugged_in(TaskSchedule("clean", HOUR, lambda: runs.append(1)))
    run_due_tasks()
    run_due_tasks()
    assert len(runs) == 1
    ScheduledRun.objects.update(due_at=timezone.now() - timedelta(seconds=1))
    run_due_tasks()
    assert len(runs) == 2
    assert ScheduledRun.objects.get().due_at > timezone.now() + HOUR - timedelta(minutes=1)


@pytest.mark.django_db
def test_of_two_workers_one_claims_a_run():
    assert [ScheduledRun.claim("clean", HOUR) for _worker in range(3)] == [True, False, False]


@pytest.mark.django_db
def test_after_a_long_pause_a_task_runs_once_and_not_for_every_time_missed(plugged_in):
    runs = []
    plugged_in(TaskSchedule("clean", timedelta(minutes=1), lambda: runs.append(1)))
    ScheduledRun.objects.create(name="clean", due_at=timezone.now() - timedelta(days=30))
    for _look in range(5):
        run_due_tasks()
    assert len(runs) == 1


@pytest.mark.django_db
def test_a_task_that_fails_stops_no_other_and_is_tried_at_its_next_time(plugged_in, caplog):
    runs = []
    plugged_in(TaskSchedule("broken", HOUR, lambda: 1 / 0), TaskSchedule("clean", HOUR, lambda: runs.append(1)))
    run_due_tasks()
    assert (len(runs), "Scheduled task broken failed" in caplog.text) == (1, True)
    assert ScheduledRun.objects.get(name="broken").due_at > timezone.now()


@pytest.mark.django_db(transaction=True)
def test_the_worker_hears_within_a_second_and_goes_on_after_a_failure(plugged_in, monkeypatch):
    heard = []
    plugged_in(FactListener("lamp", (LampLit,), heard.extend))
    failures = iter([RuntimeError("once")])
    real = worker.dispatch_pending

    def fails_once(**which: bool) -> int:
        for failure in failures:
            raise failure
        return real(**which)

    monkeypatch.setattr(worker, "dispatch_pending", fails_once)
    stop = threading.Event()
    thread = threading.Thread(target=worker.run, args=(stop,), daemon=True)
    thread.start()
    announce(LampLit(1))
    deadline = time.monotonic() + 20
    while not heard and time.monotonic() < deadline:
        time.sleep(0.02)
    stop.set()
    thread.join(10)
    assert (heard, thread.is_alive()) == ([LampLit(1)], False)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("busy", "free"),
    [({"takes_long": True}, {}), ({}, {"at_once": True})],
    ids=["nothing waits for work that takes long", "what is heard at once waits for nothing"],
)
def test_work_that_keeps_one_listener_busy_does_not_hold_up_the_other(plugged_in, busy, free):
    heard, slow, may_end = threading.Event(), threading.Event(), threading.Event()

    def takes_its_time(facts: list[Fact]) -> None:
        slow.set()
        may_end.wait(20)

    plugged_in(
        FactListener("slow", (LampLit,), takes_its_time, **busy),
        FactListener("quick", (LampLit,), lambda facts: heard.set() if facts[-1].number == 2 else None, **free),
    )
    stop = threading.Event()
    thread = threading.Thread(target=worker.run, args=(stop,), daemon=True)
    thread.start()
    announce(LampLit(1))
    assert slow.wait(20)
    announce(LampLit(2))
    assert heard.wait(20) and not may_end.is_set()
    may_end.set()
    stop.set()
    thread.join(10)
    assert not thread.is_alive()
