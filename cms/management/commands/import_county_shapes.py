"""`manage.py import_county_shapes FILE --credit "© …"`: the map shows the land of the counties."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from cms.actions.shapes import take_over_shapes
from cms.importing.documents import NotReadable
from cms.importing.shapes import read_shapes
from plugins.api.access import SYSTEM

MOST_NAMED = 10
"""Problems that the report tells one by one."""


class Command(BaseCommand):
    help = (
        "Import the shapes of counties from a GeoJSON file (WGS 84; the county's key of five digits in the property "
        "AGS, RS, ARS or key). A second run changes nothing. Exit status 1: something was left out."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, metavar="FILE")
        parser.add_argument("--credit", required=True, help="Whom the licence wants named below the map.")

    def handle(self, *args: Any, path: Path, credit: str, **options: Any) -> None:
        try:
            shapes = read_shapes(path)
        except (OSError, NotReadable) as error:
            self.stderr.write(str(error))
            sys.exit(1)
        taken = take_over_shapes(shapes.rings, credit=credit, actor=SYSTEM)
        self.stdout.write(_("Shapes taken over: %(changed)d; as they were: %(unchanged)d.") % taken._asdict())
        left_out = shapes.problems + [_("There is no county with the key %s here.") % key for key in taken.unknown]
        for sentence in left_out[:MOST_NAMED]:
            self.stdout.write(sentence)
        if len(left_out) > MOST_NAMED:
            self.stdout.write(_("… and %d more.") % (len(left_out) - MOST_NAMED))
        if left_out:
            sys.exit(1)
