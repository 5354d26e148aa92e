"""Reading in a process of its own, which ends when its time is over, whatever the file does."""

from __future__ import annotations

import json
import os
import subprocess  # noqa: S404
import sys
from pathlib import Path

from cms.extracting.limits import LONGEST_WAIT, MOST_BYTES, MOST_MEMORY, MOST_SECONDS
from cms.extracting.outcome import Extracted, Failure

ROOT = Path(__file__).parents[2]
KILLED = {-9: Failure.TOO_MUCH, -24: Failure.TOO_LONG}
"""SIGKILL: by the system, because memory ran short. SIGXCPU: the processor time is over."""
PASSED_ON = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "TMPDIR")
"""Of our environment: no addresses, keys or passwords."""


def read_apart(
    content: bytes, *, seconds: int = MOST_SECONDS, memory: int = MOST_MEMORY, wait: float = LONGEST_WAIT
) -> Extracted:
    """The text of a file, or why there is none. Raises OSError when no process starts."""
    if len(content) > MOST_BYTES:
        return Extracted(failure=Failure.TOO_LARGE)
    process = _start(seconds, memory)
    try:
        told, _ = process.communicate(content, timeout=wait)
    except subprocess.TimeoutExpired:
        return Extracted(failure=Failure.TOO_LONG)
    finally:
        _end(process)
    return _outcome(process.returncode, told)


def _start(seconds: int, memory: int) -> subprocess.Popen[bytes]:
    environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    return subprocess.Popen(  # noqa: S603  our own interpreter, with words of our own
        [sys.executable, "-B", "-m", "cms.extracting", str(seconds), str(memory)],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill what still runs, and let go of its pipes."""
    if process.poll() is None:
        process.kill()
        process.communicate()


def _outcome(code: int, told: bytes) -> Extracted:
    if code == 0 and told:
        said = json.loads(told)
        failure = Failure(said["failure"]) if said["failure"] else None
        return Extracted(said["text"], failure, said["is_cut"])
    return Extracted(failure=KILLED.get(code, Failure.DAMAGED))
