"""The demo world, loaded once in a process: in a database for tests that begin with it, in a folder for servers."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection

from cms.demo.loading import load_demo_world
from tests.forum_process import forum_process
from tests.kept_world import KeptWorld
from tests.template_database import sqlite_template


@pytest.fixture(scope="session")
def kept_demo_world(django_db_setup, django_db_blocker) -> Iterator[KeptWorld[None]]:
    kept = KeptWorld("demo", load_demo_world)
    yield kept
    with django_db_blocker.unblock():
        kept.remove()


@pytest.fixture
def in_demo_world(kept_demo_world, django_db_blocker) -> Iterator[None]:
    """The forum as `load_demo_world` leaves it; what the test changes is taken back. In place of `db` and `forum`."""
    with django_db_blocker.unblock(), kept_demo_world.opened():
        yield
        connection.check_constraints()  # as after every other test


@pytest.fixture(scope="session")
def loaded_demo_world(tmp_path_factory, django_test_environment, django_db_blocker) -> Path:
    if connection.vendor != "sqlite":
        pytest.skip("runs with SQLite, where several processes are hardest")
    if not apps.is_installed("plugins.membership"):
        pytest.skip("whoever talks and writes in the served demo world is a member by the membership plugin")
    data = tmp_path_factory.mktemp("demo")
    with django_db_blocker.unblock():
        shutil.copyfile(sqlite_template(), data / "lernnetz.sqlite3")  # saves migrating
    with forum_process(data):
        pass  # it is loaded before it is served
    return data


@pytest.fixture(scope="session")
def demo_world(loaded_demo_world, tmp_path_factory) -> Callable[[], Path]:
    """Makes a folder from which a server serves the demo world at once."""

    def copied() -> Path:
        return Path(shutil.copytree(loaded_demo_world, tmp_path_factory.mktemp("forum") / "data"))

    return copied
