"""Node with the packages of package-lock.json: what browsers run, run by tests without a browser."""

from __future__ import annotations

import fcntl
import hashlib
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.unavailable import leave_out

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def node() -> str:
    """Fetches the packages when they are missing, or others than package-lock.json names."""
    found, npm = shutil.which("node"), shutil.which("npm")
    if found is None or npm is None:
        leave_out("Node")
    with (ROOT / "package-lock.json").open("rb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # of several processes one fetches them, and the others wait
        mark, wanted = ROOT / "node_modules" / ".fetched", hashlib.sha256(lock.read()).hexdigest()
        if not mark.exists() or mark.read_text() != wanted:
            fetched = subprocess.run([npm, "ci", "--ignore-scripts", "--no-audit"], cwd=ROOT, timeout=300, check=False)
            if fetched.returncode:
                leave_out("packages of npm")
            mark.write_text(wanted)
    return found


def run_module(node: str, module: Path, given: Any) -> Any:
    """What a module prints as JSON, which gets `given` as JSON."""
    done = subprocess.run(
        [node, str(module)],
        cwd=ROOT,
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
