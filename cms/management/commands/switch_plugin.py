"""`manage.py switch_plugin NAME on|off`: what the programme office does in the editorial desk, for the operator."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from cms.actions.plugins import switch_off, switch_on
from cms.queries.plugins import plugin_called
from plugins.api.access import SYSTEM
from plugins.api.errors import Missing


class Command(BaseCommand):
    help = "Switch a plugin on or off in the whole forum, while it runs."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", metavar="NAME")
        parser.add_argument("state", choices=("on", "off"))

    def handle(self, *args: Any, name: str, state: str, **options: Any) -> None:
        try:
            plugin = plugin_called(name)
        except Missing as error:
            raise CommandError(_("There is no plugin “%s” here that can be switched.") % name) from error
        (switch_on if state == "on" else switch_off)(plugin, actor=SYSTEM)
        said = (
            _("“%(name)s” is switched on.")
            if state == "on"
            else _("“%(name)s” is switched off. What was stored stays.")
        )
        self.stdout.write(said % {"name": plugin.title})
