from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

from plugins.api.access import Actor
from tests.cast import actors, make_people
from tests.contracts.packages import BEGUN, ROOT, SAMPLE, install, run_python
from tests.contracts.world import World
from tests.kept_world import KeptWorld
from tests.template_database import sqlite_template


@pytest.fixture(scope="session")
def kept_world(django_db_setup: None, django_db_blocker) -> Iterator[KeptWorld[World]]:
    kept = KeptWorld("world", lambda: World(make_people()))
    yield kept
    with django_db_blocker.unblock():
        kept.remove()


@pytest.fixture(scope="module")
def world(kept_world: KeptWorld[World], django_db_blocker) -> Iterator[World]:
    """The same for all tests: whoever uses it reads only."""
    with django_db_blocker.unblock(), kept_world.opened() as world:
        yield world


@pytest.fixture
def world_cast(world: World) -> dict[str, Actor]:
    """The cast of the world."""
    return actors(world.people)


@pytest.fixture(scope="session")
def begun(tmp_path_factory) -> Path:
    """The folder of a plugin as `start_plugin` leaves it."""
    folder = tmp_path_factory.mktemp("begun") / BEGUN
    call_command("start_plugin", BEGUN, str(folder), stdout=StringIO())
    return folder


@pytest.fixture(scope="session")
def installed(tmp_path_factory, begun: Path) -> Path:
    """A folder in which the sample and the plugin that was begun are installed."""
    source, place = tmp_path_factory.mktemp("sample") / "plugin", tmp_path_factory.mktemp("installed")
    shutil.copytree(SAMPLE, source, ignore=shutil.ignore_patterns("__pycache__"))
    for package in (source, begun):
        install(package, place)
    return place


@pytest.fixture
def run(installed: Path, tmp_path: Path, django_db_setup: None) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs Python code in a forum of its own with these plugins."""
    if connection.vendor != "sqlite":
        pytest.skip("plugins of third parties are tried on SQLite")
    (tmp_path / "data").mkdir()
    shutil.copy(sqlite_template(), tmp_path / "data" / "lernnetz.sqlite3")

    def run_code(code: str, plugins: str, *, also: Path = installed) -> subprocess.CompletedProcess[str]:
        return run_python(
            "-c",
            code,
            at=ROOT,
            PYTHONPATH=f"{also}{os.pathsep}{ROOT}",
            LERNNETZ_DATA=str(tmp_path / "data"),
            LERNNETZ_PLUGINS=plugins,
            DJANGO_SETTINGS_MODULE="tests.contracts.sample_settings",
        )

    return run_code
