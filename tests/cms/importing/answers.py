"""What `manage.py import_entries` answers."""

from __future__ import annotations

import io

from django.core.management import call_command


class Answer:
    def __init__(self, *paths):
        out, err = io.StringIO(), io.StringIO()
        self.status = 0
        try:
            call_command("import_entries", *map(str, paths), stdout=out, stderr=err)
        except SystemExit as end:
            self.status = end.code
        self.lines = [line for line in out.getvalue().splitlines() if line]
        self.errors = err.getvalue().splitlines()
