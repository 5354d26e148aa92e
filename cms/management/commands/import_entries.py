"""`manage.py import_entries PATH...`: texts from elsewhere become entries."""

from __future__ import annotations

import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files import locks
from django.core.management.base import BaseCommand
from django.db import OperationalError, ProgrammingError
from django.utils.translation import gettext as _
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from cms.importing.files import count_lines, find_sources
from cms.importing.running import Import
from cms.models import KnowledgeIndex
from plugins.api.models import Delivery
from plugins.api.outbox import dispatch_pending

SAY_EVERY = 10
"""Seconds between two lines of progress where there is no terminal."""
HEARD_WITHIN = 120
"""Seconds that the search may take to hear what was announced, before it is left to the next start."""


class Command(BaseCommand):
    help = (
        "Import entries from JSONL, Word documents (.docx), Markdown, HTML, or folders of them. Lines of JSONL are "
        "published, documents become unpublished drafts. A second run changes nothing; what changed in the source is "
        "taken over unless somebody has edited the entry here. Exit status 1: something was left out."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="A file, or a folder of files.")

    def handle(self, *args: Any, paths: list[Path], **options: Any) -> None:
        found = find_sources(paths)
        try:
            with self.alone():
                self.insist_on_a_forum()
                with self.progress(sum(map(count_lines, found.sources))) as advance:
                    report = Import().run(found, advance)
        except OSError as error:
            self.refuse(_("The import cannot begin: %s.") % error)
        except KeyboardInterrupt:
            self.refuse(_("Stopped before anything was imported."))
        if not report.interruption:
            self.let_the_search_hear()
        for sentence in report.sentences():
            self.stdout.write(sentence)
        if not report.is_complete:
            sys.exit(1)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Of two imports at once the second waits: both would bring in what the other one has not finished."""
        with (settings.LERNNETZ_DATA / "import.lock").open("w") as lock:
            if not locks.lock(lock, locks.LOCK_EX | locks.LOCK_NB):
                self.stdout.write(_("Another import is running; waiting for it."))
                locks.lock(lock, locks.LOCK_EX)
            yield

    def insist_on_a_forum(self) -> None:
        try:
            KnowledgeIndex.objects.get()
        except (OperationalError, ProgrammingError, KnowledgeIndex.DoesNotExist):
            self.refuse(
                _("There is no forum in %s yet. Start it once with “demo” or “serve”, then import.")
                % settings.LERNNETZ_DATA
            )

    def let_the_search_hear(self) -> None:
        """The index knows at the end even if no server runs; where one runs, it may be the one that listens."""
        patience = time.monotonic() + HEARD_WITHIN
        try:
            dispatch_pending()
            while Delivery.objects.due().exists() and time.monotonic() < patience:
                time.sleep(0.2)
                dispatch_pending()
        except (KeyboardInterrupt, OSError, OperationalError):
            self.stdout.write(_("The search has not heard of all of it yet; it will, once the forum runs."))

    @contextmanager
    def progress(self, total: int) -> Iterator[Callable[[], object]]:
        if not self.stdout.isatty():
            yield _Lines(total, self.stdout.write).advance
            return
        columns = (TextColumn(_("Importing")), BarColumn(40), MofNCompleteColumn(), TimeElapsedColumn())
        with Progress(*columns, console=Console()) as bar:
            task = bar.add_task("", total=total)
            yield lambda: bar.advance(task)

    def refuse(self, sentence: str) -> None:
        self.stderr.write(sentence)
        sys.exit(1)


class _Lines:
    """Progress for logs: a line now and then."""

    def __init__(self, total: int, say: Callable[[str], object]) -> None:
        self.total, self.say = total, say
        self.done, self.said_at = 0, time.monotonic()

    def advance(self) -> None:
        self.done += 1
        if time.monotonic() - self.said_at >= SAY_EVERY:
            self.said_at = time.monotonic()
            self.say(_("%(done)d of %(total)d") % {"done": self.done, "total": self.total})
