"""`manage.py rebuild_index`: the search index anew from the database, without downtime."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from search.engine import EngineUnavailable, RebuildRunning
from search.engines import engines
from search.indexing import rebuild


class Command(BaseCommand):
    help = "Build the search index anew from the database; the old one answers until the new one is complete."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--engine", choices=list(engines()), help="Which engine's index; without it those of all in use."
        )

    def handle(self, **options: Any) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(40), MofNCompleteColumn(), TimeElapsedColumn())
        with Progress(*columns, disable=not options["verbosity"]) as bar:
            for name in [options["engine"]] if options["engine"] else engines():
                count = self._rebuild(name, bar)
        if options["verbosity"]:
            done = ngettext("%(n)d document can be found.", "%(n)d documents can be found.", count)
            self.stdout.write(done % {"n": count})

    def _rebuild(self, name: str, bar: Progress) -> int:
        task = bar.add_task(f"{_('Search index')} ({name})", total=_expected(name))
        try:
            count = rebuild(name, progress=lambda: bar.advance(task))
        except RebuildRunning as error:
            raise CommandError(_("The search index is being rebuilt already; wait for that to end.")) from error
        except EngineUnavailable as error:
            raise CommandError(str(error)) from error
        bar.update(task, total=count)
        return count


def _expected(name: str) -> int | None:
    """About as many documents as now; None when nothing can be said."""
    try:
        return sum(1 for _document in engines()[name].fingerprints()) or None
    except EngineUnavailable:
        return None
