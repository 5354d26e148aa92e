"""`manage.py check_index`: is what is stored beside the database (index, layers, …) what the database gives today?"""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plugins.api.extensions import ConsistencyCheck
from plugins.api.outbox import dispatch_pending
from plugins.api.registry import registry


class Command(BaseCommand):
    help = "Compare the search index and everything else that is derived with the database; name what differs."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--repair", action="store_true", help="Make what differs equal to the database again.")

    def handle(self, **options: Any) -> None:
        dispatch_pending()  # what was announced and not yet heard is no difference
        remaining = sum(self._look_at(check, options["repair"]) for check in registry.records(ConsistencyCheck))
        if remaining:
            sys.exit(1)

    def _look_at(self, check: ConsistencyCheck, repair: bool) -> int:
        """Name the differences and perhaps repair them; returns how many are left."""
        found = self._named(check)
        if not found:
            self.stdout.write(_("%(name)s: no differences.") % {"name": check.name})
            return 0
        if not repair:
            return found
        check.repair()
        dispatch_pending()
        left = self._named(check)
        if not left:
            done = ngettext("%(name)s: %(n)d difference repaired.", "%(name)s: %(n)d differences repaired.", found)
            self.stdout.write(done % {"name": check.name, "n": found})
        return left

    def _named(self, check: ConsistencyCheck) -> int:
        count = 0
        for sentence in check.differences():
            count += 1
            self.stdout.write(f"{check.name}: {sentence}")
        return count
