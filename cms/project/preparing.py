"""What must be there before a forum can be served: tables, static files, the index. What is there is left alone."""

from __future__ import annotations

import hashlib
import io
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import ManifestFilesMixin
from django.core.files import locks
from django.core.files.storage import storages
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from cms import consistency
from cms.actions.founding import found_forum
from cms.models import Entry
from cms.text_format import format_digest
from plugins.api.outbox import dispatch_pending
from search.indexing import rebuild_if_needed

Say = Callable[[str], object]


@contextmanager
def one_at_a_time(say: Say) -> Iterator[None]:
    """Of two processes that start at once the second waits and then finds everything done."""
    with (settings.LERNNETZ_DATA / "start.lock").open("w") as lock:
        if not locks.lock(lock, locks.LOCK_EX | locks.LOCK_NB):
            say(_("Another process is setting up this forum; waiting for it."))
            locks.lock(lock, locks.LOCK_EX)
        yield


@contextmanager
def step(say: Say, text: str) -> Iterator[None]:
    started = time.monotonic()
    say(f"{text} …")
    yield
    say("  " + _("done in %.1f s") % (time.monotonic() - started))


def migrate(say: Say) -> None:
    """Bring the tables up to date. A run that was cut short leaves a mark, so that the next one goes through it all."""
    cut_short: Path = settings.LERNNETZ_DATA / "migrating"
    executor = MigrationExecutor(connection)
    count = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    if not count and not cut_short.exists():
        return
    cut_short.touch()
    with step(say, _("Creating the tables of the database")), _bar(count) as advance:
        call_command("migrate", interactive=False, no_color=True, stdout=_Counting(" OK", advance))
    cut_short.unlink(missing_ok=True)


def found(say: Say) -> None:
    """What every forum starts with, as far as it is missing; and stored texts again when their form has changed."""
    found_forum()
    mark: Path = settings.LERNNETZ_DATA / "projected"
    if mark.exists() and mark.read_text() == format_digest():
        return
    if Entry.objects.exists():
        with step(say, _("Rendering all entries anew")):
            consistency.repair()
    mark.write_text(format_digest())


def collect_static(say: Say) -> None:
    """Copy style sheets, fonts and scripts under names that browsers may keep for ever, when any of them changed.

    Another process may have done it after this one began and read the names; they are read again then.
    """
    mark: Path = settings.STATIC_ROOT / "collected"
    wanted = _static_fingerprint()
    if mark.exists() and mark.read_text() == wanted:
        _read_names_again()
        return
    with step(say, _("Collecting style sheets, fonts and scripts")):
        call_command("collectstatic", interactive=False, verbosity=0)
    mark.write_text(wanted)


def fill_index(say: Say) -> None:
    """Let the index hear what was announced; build it when there is none yet or it cannot be read."""
    with step(say, _("Looking through the search index")):
        dispatch_pending(takes_long=False)
        rebuild_if_needed(is_start=True)


def _read_names_again() -> None:
    if isinstance(storage := storages["staticfiles"], ManifestFilesMixin):
        storage.hashed_files, storage.manifest_hash = storage.load_manifest()


def _static_fingerprint() -> str:
    seen = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list(None):
            stat = Path(storage.path(path)).stat()
            seen.update(f"{path} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return seen.hexdigest()


@contextmanager
def _bar(total: int) -> Iterator[Callable[[], object]]:
    columns = (TextColumn("  "), BarColumn(40), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console()
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("", total=total)
        yield lambda: progress.advance(task)


class _Counting(io.StringIO):
    """An output that only counts how often a word is written."""

    def __init__(self, word: str, count: Callable[[], object]) -> None:
        super().__init__()
        self.word = word
        self.count = count

    def write(self, text: str) -> int:
        if self.word in text:
            self.count()
        return len(text)
