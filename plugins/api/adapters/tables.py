"""Tables to take along, as spreadsheets in German offices open them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import Final

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from plugins.api.adapters.kept import private

BYTE_ORDER_MARK: Final = "\ufeff"
"""By it Excel knows that the file is UTF-8."""
FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins like this would be worked out by a spreadsheet instead of shown."""


def table_to_take(name: str, rows: Iterable[Sequence[object]]) -> HttpResponse:
    """A CSV file of this name, with semicolons, as German Excel reads it; the first row says what the columns are."""
    response = HttpResponse(BYTE_ORDER_MARK, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=f"{name}.csv") or ""
    writer = csv.writer(response, delimiter=";")
    for row in rows:
        writer.writerow([harmless(cell) if isinstance(cell, str) else cell for cell in row])
    return private(response)


def harmless(cell: str) -> str:
    """The words as they are; an apostrophe before what spreadsheets take for a formula (OWASP: CSV injection)."""
    return f"'{cell}" if cell.startswith(FORMULAS) else cell
