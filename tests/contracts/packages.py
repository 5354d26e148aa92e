"""Plugins as third parties write them: the sample and a freshly begun one, built, installed and run in processes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from tests.template_database import sqlite_template

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "tests" / "sample_plugin"
BEGUN = "pinwall"
"""What the plugin is called that `start_plugin` makes."""


def install(source: Path, place: Path) -> None:
    """Built as a wheel and unpacked into a folder of its own: that is what installing a pure wheel does."""
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(place)]
    subprocess.run(build, cwd=source, check=True, capture_output=True)
    wheel = next(place.glob("*.whl"))
    with zipfile.ZipFile(wheel) as content:
        content.extractall(place)
    wheel.unlink()


def run_python(*arguments: str, at: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A process that inherits nothing of this run's forum."""
    ours = ("DATABASE_URL", "LERNNETZ_DATA", "LERNNETZ_PLUGINS", "DJANGO_SETTINGS_MODULE", "PYTEST_ADDOPTS")
    inherited = {name: value for name, value in os.environ.items() if name not in ours}
    command = [sys.executable, "-W", "ignore", *arguments]
    return subprocess.run(
        command, cwd=at, env={**inherited, **environment}, capture_output=True, text=True, check=False, timeout=240
    )


def run_tests_of(
    source: Path, name: str, *arguments: str, installed: Path, folder: Path
) -> subprocess.CompletedProcess[str]:
    """`python -m pytest` in a copy of a package's folder, on tables that need not be made anew."""
    copy, temporary = folder / "copy", folder / "tmp"
    shutil.copytree(source, copy, ignore=shutil.ignore_patterns("__pycache__", ".*"))
    temporary.mkdir()
    shutil.copy(sqlite_template(), temporary / f"lernnetz-{name}.sqlite3")
    words = Path(tempfile.gettempdir()) / "lernnetz-test-words.sqlite3"
    if words.exists():
        shutil.copy(words, temporary)
    path = os.pathsep.join(map(str, (installed, ROOT)))
    return run_python("-m", "pytest", "-q", *arguments, at=copy, PYTHONPATH=path, TMPDIR=str(temporary))
