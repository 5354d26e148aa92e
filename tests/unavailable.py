"""What this machine cannot run is skipped visibly: the test run says at its end what was left out and how to get it."""

from __future__ import annotations

import os

import pytest

HOW_TO_GET = {
    "Chromium": "apt install chromium",
    "Elasticsearch": "python3 tests/elasticsearch_server.py (needs Maven and Java 17 or newer)",
    "gettext": "apt install gettext",
    "Node": "apt install nodejs npm",
    "Pango": "apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "PostgreSQL": "apt install postgresql, then DATABASE_URL=postgres://… python3 manage.py test tests/contracts",
    "Redis": "apt install redis-server",
}
BEGINNING = "This machine has no "
NOTHING_MAY_BE_MISSING = "TESTS_NEED_EVERYTHING"
"""Set to 1 where everything was installed: then a missing program is a failure and no excuse."""
MAY_BE_MISSING = "TESTS_MAY_LACK"
"""Programs, separated by commas, that could not be got this time although everything was tried; the end says so."""


def leave_out(program: str) -> None:
    """Called by a test or fixture that found a program missing."""
    is_excused = program in os.environ.get(MAY_BE_MISSING, "").split(",")
    if os.environ.get(NOTHING_MAY_BE_MISSING) == "1" and not is_excused:
        pytest.fail(BEGINNING + program, pytrace=False)
    pytest.skip(BEGINNING + program)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    counts: dict[str, int] = {}
    for report in terminalreporter.stats.get("skipped", []):
        reason = report.longrepr[2].removeprefix("Skipped: ") if isinstance(report.longrepr, tuple) else ""
        if reason.startswith(BEGINNING):
            program = reason.removeprefix(BEGINNING)
            counts[program] = counts.get(program, 0) + 1
    if counts:
        terminalreporter.section("not run on this machine")
    for program, count in sorted(counts.items()):
        terminalreporter.line(f"{count} tests need {program}. To get it: {HOW_TO_GET.get(program, 'see README')}")
