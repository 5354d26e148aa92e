"""What several of these tests need."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.unavailable import leave_out

ROOT = Path(__file__).parents[2]


@pytest.fixture
def node() -> str:
    """Node with the packages of package-lock.json, fetched when they are missing."""
    found, npm = shutil.which("node"), shutil.which("npm")
    if found is None or npm is None:
        leave_out("Node")
    if not (ROOT / "node_modules").is_dir():
        fetched = subprocess.run([npm, "ci", "--ignore-scripts", "--no-audit"], cwd=ROOT, timeout=300, check=False)
        if fetched.returncode:
            leave_out("packages of npm")
    return found
