"""`manage.py demo` as processes of the operating system: two at once, asked to end, killed."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.request
from contextlib import closing

import pytest
from django.conf import settings
from django.db import connection

from tests.template_database import sqlite_template

pytestmark = pytest.mark.xdist_group("processes")


@pytest.fixture(scope="module")
def migrated(tmp_path_factory, django_test_environment, django_db_blocker):
    """Makes a folder for a forum whose tables are there already."""
    if connection.vendor != "sqlite":
        pytest.skip("runs with SQLite, where several processes are hardest")

    def make_folder():
        folder = tmp_path_factory.mktemp("processes")
        with django_db_blocker.unblock():
            shutil.copyfile(sqlite_template(), folder / "lernnetz.sqlite3")
        return folder

    return make_folder


@pytest.fixture(scope="module")
def data(migrated):
    """The folder of one forum for all tests."""
    return migrated()


def start(data, *arguments, **variables):
    environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    return subprocess.Popen(
        [sys.executable, "manage.py", "demo", *arguments],
        cwd=settings.BASE_DIR,
        env={**environment, "LERNNETZ_DATA": str(data), "PYTHONUNBUFFERED": "1", **variables},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def serve(data):
    """A served demo world and its address."""
    process = start(data, "--addr", "127.0.0.1:0")
    for line in process.stdout:
        if found := re.search(r"http://127\.0\.0\.1:\d+", line):
            return process, found[0]
    pytest.fail("the server ended")


def entries(url):
    with urllib.request.urlopen(url + "/api/v1/entries/?limit=1", timeout=30) as answer:
        return json.load(answer)["count"]


def test_two_at_once_load_one_demo_world(data):
    both = [start(data, "--no-serve"), start(data, "--no-serve")]
    outputs = [process.communicate(timeout=180)[0] for process in both]
    assert [process.returncode for process in both] == [0, 0], outputs
    process, url = serve(data)
    try:
        assert entries(url) > 0
    finally:
        process.terminate()
        process.wait(20)


def test_asked_to_end_it_ends_in_seconds(data):
    process, url = serve(data)
    entries(url)
    started = time.monotonic()
    process.send_signal(signal.SIGTERM)
    rest, _ = process.communicate(timeout=20)
    assert time.monotonic() - started < 8
    assert "Traceback" not in rest


def test_killed_it_comes_back_with_everything(data):
    process, url = serve(data)
    before = entries(url)
    process.kill()
    process.communicate()
    process, url = serve(data)
    try:
        assert entries(url) == before
    finally:
        process.terminate()
        process.communicate(timeout=20)


def rows(data):
    """Table -> how many rows it has; but for what waits to be done, which a second run may find and do."""
    with closing(sqlite3.connect(data / "lernnetz.sqlite3")) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        kept = [name for name in tables if not name.startswith("plugins_api_")]
        return {name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in kept}


def test_without_a_plugin_that_brings_members_it_loads_what_needs_none_and_says_what_is_left_out(migrated):
    folder, told = migrated(), []
    for _run in ("first", "second"):
        process = start(folder, "--no-serve", LERNNETZ_PLUGINS="")
        output, _ = process.communicate(timeout=180)
        assert process.returncode == 0, output
        (sentence,) = (line for line in output.splitlines() if "LERNNETZ_PLUGINS" in line)
        told.append((sentence, rows(folder)))
    (_sentence, loaded), again = told
    assert again == told[0]
    wanted = ("cms_entry", "accounts_user", "search_savedsearch", "workspace_workinggroup", "workspace_discussion")
    assert [loaded[table] for table in wanted] == [20, 11, 1, 0, 0]
