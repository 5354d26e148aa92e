"""Reading happens in a process of its own: a hostile file costs its time, and nothing of ours."""

from __future__ import annotations

import os
import subprocess
import sys

import psutil
import pytest

from cms.extracting.apart import read_apart
from cms.extracting.limits import MOST_BYTES
from cms.extracting.outcome import Extracted, Failure
from tests.cms.extracting import made


def test_what_comes_back_is_what_was_read():
    assert read_apart(made.pdf("Größe der Räume")) == Extracted("Größe der Räume")
    assert read_apart(b"\x7fELF") == Extracted(failure=Failure.UNKNOWN)
    assert read_apart(b"a" * (MOST_BYTES + 1)) == Extracted(failure=Failure.TOO_LARGE)


@pytest.mark.parametrize("limits", [{"seconds": 1}, {"wait": 0.5}], ids=["processor", "clock"])
def test_a_file_that_never_ends_is_given_up_and_nothing_of_it_goes_on(limits):
    before = set(psutil.Process().children(recursive=True))  # other tests of this process may keep a browser
    assert read_apart(made.slow_pdf(), **limits).failure == Failure.TOO_LONG
    assert set(psutil.Process().children(recursive=True)) <= before


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its memory")
def test_a_file_that_would_fill_the_memory_does_not():
    before = psutil.Process().memory_info().rss
    assert read_apart(made.deep_document(), memory=150 * made.MEGABYTE).failure == Failure.TOO_MUCH
    assert psutil.Process().memory_info().rss - before < 50 * made.MEGABYTE


def test_the_reading_process_knows_nothing_of_us(monkeypatch):
    """Neither settings nor passwords, and of our code no more than it takes to read."""
    monkeypatch.setenv("DATABASE_URL", "postgres://user:secret@db/forum")
    program = (
        "import sys, cms.extracting.__main__, cms.extracting.documents;"
        "sys.exit([name for name in sys.modules if name.startswith(('django', 'wagtail', 'plugins'))] and 1 or 0)"
    )
    assert subprocess.run([sys.executable, "-c", program], env={"PATH": os.environ["PATH"]}).returncode == 0
