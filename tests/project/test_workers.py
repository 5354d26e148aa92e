from __future__ import annotations

import logging
import threading

from cms.project import workers
from cms.project.workers import WorkerThread
from tests.live import live_server


def test_the_worker_runs_from_the_first_to_the_last_moment_of_the_server():
    started, ended = threading.Event(), threading.Event()

    def work(stop):
        started.set()
        stop.wait()
        ended.set()

    with live_server(lambda environ, start: [], work=work):
        assert started.wait(5)
        assert not ended.is_set()
    assert ended.is_set()


def test_a_worker_that_breaks_is_started_again(monkeypatch, caplog):
    monkeypatch.setattr(workers, "PAUSE", 0.01)
    turns = []
    enough = threading.Event()

    def work(stop):
        turns.append(len(turns))
        if len(turns) < 3:
            raise RuntimeError("on purpose")
        enough.set()
        stop.wait()

    with caplog.at_level(logging.CRITICAL):
        worker = WorkerThread(work)
        worker.start()
        assert enough.wait(5)
        worker.stop()
    assert turns == [0, 1, 2]


def test_a_worker_that_does_not_end_holds_nobody_up(monkeypatch):
    never = threading.Event()
    worker = WorkerThread(lambda stop: never.wait())
    worker.start()
    worker.stop(patience=0.05)
    never.set()
