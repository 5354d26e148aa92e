"""`manage.py remove_plugin NAME --export DIR`: a copy of its data, then nothing of it is left, its tables neither."""

from __future__ import annotations

import shutil
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from cms.actions.plugins import remove_for_good
from cms.queries.plugins import plugin_called
from plugins.api import removing
from plugins.api.access import SYSTEM
from plugins.api.errors import Missing, Refused
from plugins.api.models import RemovedPlugin
from plugins.api.plugin import Plugin


class Command(BaseCommand):
    help = (
        "Remove a switched-off plugin for good: copy its data into a folder, erase them with everything that points to "
        "them, and drop its tables. Afterwards take it out of LERNNETZ_PLUGINS and uninstall its package."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", metavar="NAME")
        parser.add_argument("--export", type=Path, required=True, metavar="DIR", help="Where the copy goes.")
        parser.add_argument("--yes", action="store_true", help="Do not ask.")

    def handle(self, *args: Any, name: str, export: Path, yes: bool, **options: Any) -> None:
        try:
            plugin = plugin_called(name)
        except Missing as error:
            raise CommandError(_("There is no plugin “%s” here that can be switched.") % name) from error
        if not export.is_dir():
            raise CommandError(_("There is no folder %s for the copy.") % export)
        for words, number in [*removing.stored(plugin), *removing.kept_elsewhere(plugin)]:
            self.stdout.write(f"{number:>8}  {words}")
        typed = str(plugin.title) if yes else self._asked(plugin)
        if typed != str(plugin.title):
            raise CommandError(_("Nothing was removed."))
        copy = self._remove(plugin, export)
        self.stdout.write(_("The copy lies in %s.") % copy)
        self._drop_tables(plugin)
        self.stdout.write(
            _("“%(name)s” is removed. Take it out of LERNNETZ_PLUGINS and start the forum anew.")
            % {"name": plugin.title}
        )

    def _asked(self, plugin: Plugin) -> str:
        return input(_("Type “%(name)s” if you really want that") % {"name": plugin.title} + ": ").strip()

    def _remove(self, plugin: Plugin, folder: Path) -> Path:
        """What was removed by the office before is empty, and its copy is taken along where it is still kept."""
        gone = RemovedPlugin.objects.filter(plugin=plugin.label).first()
        if gone is None or not gone.export or removing.stored(plugin):
            try:
                gone = remove_for_good(plugin, typed=str(plugin.title), actor=SYSTEM)
            except Refused as refusal:
                raise CommandError(refusal.reason) from refusal
        copy = folder / f"{plugin.label}.zip"
        with default_storage.open(gone.export) as source, copy.open("wb") as target:
            shutil.copyfileobj(source, target)
        return copy

    def _drop_tables(self, plugin: Plugin) -> None:
        """Back to before its first migration; the audit trail goes on saying what was done, without a link."""
        call_command("migrate", plugin.label, "zero", verbosity=0, interactive=False)
        kinds = ContentType.objects.filter(app_label=plugin.label)
        Permission.objects.filter(content_type__in=kinds).delete()
        kinds.delete()
        ContentType.objects.clear_cache()
