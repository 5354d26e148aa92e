"""The process that reads one file: content through standard input, outcome as JSON through standard output.

Its arguments are the seconds of processor time and the bytes of memory that it may use. It writes no file, and gives
way to whoever answers readers.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict

from cms.extracting.reading import read


def restrain(seconds: int, memory: int) -> None:
    """As far as the system knows how: Windows does not, there the time limit alone holds."""
    with suppress(AttributeError, OSError):
        os.nice(10)
    with suppress(ImportError):
        import resource

        for kind, soft, hard in (
            (resource.RLIMIT_AS, memory, memory),
            (resource.RLIMIT_CPU, seconds, seconds + 1),  # the first says why, the second leaves no choice
            (resource.RLIMIT_FSIZE, 0, 0),
            (resource.RLIMIT_CORE, 0, 0),
        ):
            with suppress(ValueError, OSError):
                resource.setrlimit(kind, (soft, hard))


def main() -> None:
    seconds, memory = map(int, sys.argv[1:])
    restrain(seconds, memory)
    outcome = read(sys.stdin.buffer.read())
    sys.stdout.write(json.dumps(asdict(outcome)))


if __name__ == "__main__":
    main()
