"""The process that reads one file: content through standard input, outcome as JSON through standard output.

It may use so much memory and processor time and no more, writes no file, and gives way to whoever answers readers.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict

from cms.extracting.limits import MOST_MEMORY, MOST_SECONDS
from cms.extracting.reading import read


def restrain() -> None:
    """As far as the system knows how: Windows does not, there the time limit alone holds."""
    with suppress(AttributeError, OSError):
        os.nice(10)
    with suppress(ImportError):
        import resource

        for kind, soft, hard in (
            (resource.RLIMIT_AS, MOST_MEMORY, MOST_MEMORY),
            (resource.RLIMIT_CPU, MOST_SECONDS, MOST_SECONDS + 1),  # the first says why, the second leaves no choice
            (resource.RLIMIT_FSIZE, 0, 0),
            (resource.RLIMIT_CORE, 0, 0),
        ):
            with suppress(ValueError, OSError):
                resource.setrlimit(kind, (soft, hard))


def main() -> None:
    restrain()
    outcome = read(sys.stdin.buffer.read())
    sys.stdout.write(json.dumps(asdict(outcome)))


if __name__ == "__main__":
    main()
